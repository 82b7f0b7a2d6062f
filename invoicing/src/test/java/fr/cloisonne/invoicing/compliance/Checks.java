package fr.cloisonne.invoicing.compliance;

import fr.cloisonne.invoicing.reading.InvoiceReader;
import java.util.List;

/** The checks without a container, compiled once for all tests. */
final class Checks {

    static final Compliance COMPLIANCE =
            new Compliance(
                    new InvoiceReader(),
                    List.of(
                            new SellerIsTheCompany(),
                            new BuyerIsAnother(),
                            new IbanHolds(),
                            new VatNumberHolds(),
                            new SirenHolds(),
                            new IssuedByToday(),
                            new AmountsFit(),
                            new NumberFits(),
                            new NotesSpeak(),
                            new ProfileIsKnown(),
                            new CreditNoteIsOne(),
                            new ContainerHolds()));

    private Checks() {}
}
