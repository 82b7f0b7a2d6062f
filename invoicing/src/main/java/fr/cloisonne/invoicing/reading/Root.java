package fr.cloisonne.invoicing.reading;

import java.util.Arrays;
import java.util.Optional;

/** The documents that can be an invoice, known by their root element. */
public enum Root {
    /** UBL 2.1 Invoice. */
    UBL_INVOICE("urn:oasis:names:specification:ubl:schema:xsd:Invoice-2", "Invoice"),
    /** UBL 2.1 CreditNote. */
    UBL_CREDIT_NOTE("urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2", "CreditNote"),
    /** UN/CEFACT CrossIndustryInvoice. */
    CII("urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100", "CrossIndustryInvoice");

    private final String namespace;
    private final String element;

    Root(String namespace, String element) {
        this.namespace = namespace;
        this.element = element;
    }

    static Optional<Root> of(String namespace, String element) {
        return Arrays.stream(values())
                .filter(root -> root.namespace.equals(namespace) && root.element.equals(element))
                .findFirst();
    }

    /**
     * Whether it is UBL.
     *
     * @return false for CII
     */
    public boolean ubl() {
        return this != CII;
    }
}
