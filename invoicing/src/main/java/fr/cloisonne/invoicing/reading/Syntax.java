package fr.cloisonne.invoicing.reading;

/** The formats of an invoice that the reform knows, recognised by content. */
public enum Syntax {
    /** UBL 2.1, Invoice or CreditNote. */
    UBL,
    /** UN/CEFACT Cross Industry Invoice, D16B or D22B. */
    CII,
    /** A PDF/A-3 that carries a CII. */
    FACTUR_X
}
