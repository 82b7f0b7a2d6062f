package fr.cloisonne.invoicing.reading;

/** A PDF that would grow out of all proportion; unchecked, since PDFBox passes over what is not. */
final class PdfBomb extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PdfBomb() {
        super("PDF", null, false, false);
    }
}
