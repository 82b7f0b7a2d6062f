package fr.cloisonne.invoicing.reading;

import java.util.List;
import net.sf.saxon.s9api.XdmNode;

/** What came of reading a file. */
public sealed interface Reading {

    /**
     * A document of a known syntax; whether it conforms is for the rules to say.
     *
     * @param syntax its syntax
     * @param root which document it is
     * @param xml its XML as bytes
     * @param tree the same, parsed once
     * @param invoice the same, by business terms
     * @param containerFaults ids of the rules that a PDF container breaks
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by identity alone
    record Document(
            Syntax syntax,
            Root root,
            byte[] xml,
            XdmNode tree,
            En16931Invoice invoice,
            List<String> containerFaults)
            implements Reading {

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /**
     * Nothing that can be checked.
     *
     * @param rule id of the rule that says why
     * @param detail what was found, as far as it can be shown
     */
    record Unreadable(String rule, String detail) implements Reading {}
}
