package fr.cloisonne.identity.provisioning;

import java.util.List;

/** What a directory looks for. */
public sealed interface Condition {

    /** What can be compared. */
    enum Field {
        /** The id given here. */
        ID,
        /** The directory's own id; case matters. */
        EXTERNAL_ID,
        /** A person's user name. */
        USER_NAME,
        /** A person's given name. */
        GIVEN_NAME,
        /** A person's family name. */
        FAMILY_NAME,
        /** A person's address. */
        EMAIL,
        /** Whether a person works for the firm. */
        ACTIVE,
        /** How a person or a group is called. */
        DISPLAY_NAME,
        /** Who is in a group. */
        MEMBER,
        /** When it changed last. */
        CHANGED
    }

    /** How. */
    enum Comparison {
        /** The same. */
        EQUAL,
        /** Has it within. */
        CONTAINS,
        /** Begins with it. */
        STARTS,
        /** Ends with it. */
        ENDS,
        /** Later or more. */
        AFTER,
        /** Earlier or less. */
        BEFORE,
        /** There is a value at all. */
        PRESENT
    }

    /**
     * One comparison.
     *
     * @param field what
     * @param how how
     * @param value with what; empty for {@link Comparison#PRESENT}
     */
    record Compared(Field field, Comparison how, String value) implements Condition {}

    /**
     * All of them.
     *
     * @param each at least one
     */
    record All(List<Condition> each) implements Condition {}

    /**
     * One of them at least.
     *
     * @param each at least one
     */
    record Any(List<Condition> each) implements Condition {}

    /**
     * The contrary.
     *
     * @param of of what
     */
    record Not(Condition of) implements Condition {}
}
