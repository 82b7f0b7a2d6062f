package fr.cloisonne.invoicing.reading;

import fr.cloisonne.invoicing.reading.En16931Invoice.Note;
import fr.cloisonne.invoicing.reading.En16931Invoice.Party;
import fr.cloisonne.invoicing.reading.En16931Invoice.Tax;
import fr.cloisonne.invoicing.reading.En16931Invoice.Totals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import org.jspecify.annotations.Nullable;

/**
 * Where the business terms stand in each syntax (EN 16931-3-2 for UBL, -3-3 for CII), as paths; one
 * reading for both.
 */
final class Terms {

    static final Terms UBL =
            new Terms(
                    Map.ofEntries(
                            Map.entry("BT-1", "cbc:ID"),
                            Map.entry("BT-2", "cbc:IssueDate"),
                            Map.entry("BT-3", "cbc:InvoiceTypeCode | cbc:CreditNoteTypeCode"),
                            Map.entry("BT-5", "cbc:DocumentCurrencyCode"),
                            Map.entry("BT-9", "cbc:DueDate | cac:PaymentMeans/cbc:PaymentDueDate"),
                            Map.entry("BT-23", "cbc:ProfileID"),
                            Map.entry("BT-24", "cbc:CustomizationID"),
                            Map.entry("BG-4", "cac:AccountingSupplierParty/cac:Party"),
                            Map.entry("BG-7", "cac:AccountingCustomerParty/cac:Party"),
                            Map.entry("name", "cac:PartyLegalEntity/cbc:RegistrationName"),
                            Map.entry("registration", "cac:PartyLegalEntity/cbc:CompanyID"),
                            Map.entry(
                                    "vat",
                                    "cac:PartyTaxScheme[cac:TaxScheme/cbc:ID = 'VAT']/cbc:CompanyID"),
                            Map.entry(
                                    "country",
                                    "cac:PostalAddress/cac:Country/cbc:IdentificationCode"),
                            Map.entry("address", "cbc:EndpointID"),
                            Map.entry("BG-22", "cac:LegalMonetaryTotal"),
                            Map.entry("BT-109", "cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount"),
                            Map.entry(
                                    "BT-110",
                                    "cac:TaxTotal/cbc:TaxAmount[@currencyID = /*/cbc:DocumentCurrencyCode]"),
                            Map.entry("BT-112", "cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount"),
                            Map.entry("BT-115", "cac:LegalMonetaryTotal/cbc:PayableAmount"),
                            Map.entry("BG-23", "cac:TaxTotal/cac:TaxSubtotal"),
                            Map.entry("category", "cac:TaxCategory/cbc:ID"),
                            Map.entry("rate", "cac:TaxCategory/cbc:Percent"),
                            Map.entry("base", "cbc:TaxableAmount"),
                            Map.entry("amount", "cbc:TaxAmount"),
                            Map.entry(
                                    "BT-84",
                                    "cac:PaymentMeans[cbc:PaymentMeansCode = ('30', '58')]/cac:PayeeFinancialAccount/cbc:ID"),
                            Map.entry("BG-1", "cbc:Note"),
                            Map.entry("BG-25", "cac:InvoiceLine | cac:CreditNoteLine")));

    static final Terms CII =
            new Terms(
                    Map.ofEntries(
                            Map.entry("BT-1", "rsm:ExchangedDocument/ram:ID"),
                            Map.entry(
                                    "BT-2",
                                    "rsm:ExchangedDocument/ram:IssueDateTime/udt:DateTimeString"),
                            Map.entry("BT-3", "rsm:ExchangedDocument/ram:TypeCode"),
                            Map.entry("BT-5", "*/*/ram:InvoiceCurrencyCode"),
                            Map.entry(
                                    "BT-9",
                                    "*/*/ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/udt:DateTimeString"),
                            Map.entry(
                                    "BT-23",
                                    "*/ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID"),
                            Map.entry(
                                    "BT-24",
                                    "*/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID"),
                            Map.entry(
                                    "BG-4",
                                    "*/ram:ApplicableHeaderTradeAgreement/ram:SellerTradeParty"),
                            Map.entry(
                                    "BG-7",
                                    "*/ram:ApplicableHeaderTradeAgreement/ram:BuyerTradeParty"),
                            Map.entry("name", "ram:Name"),
                            Map.entry("registration", "ram:SpecifiedLegalOrganization/ram:ID"),
                            Map.entry(
                                    "vat", "ram:SpecifiedTaxRegistration/ram:ID[@schemeID = 'VA']"),
                            Map.entry("country", "ram:PostalTradeAddress/ram:CountryID"),
                            Map.entry("address", "ram:URIUniversalCommunication/ram:URIID"),
                            Map.entry(
                                    "BT-109",
                                    "*/*/ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxBasisTotalAmount"),
                            Map.entry(
                                    "BT-110",
                                    "*/*/ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxTotalAmount[not(@currencyID) or @currencyID = /*/*/*/ram:InvoiceCurrencyCode]"),
                            Map.entry(
                                    "BT-112",
                                    "*/*/ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:GrandTotalAmount"),
                            Map.entry(
                                    "BT-115",
                                    "*/*/ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:DuePayableAmount"),
                            Map.entry(
                                    "BG-23",
                                    "*/ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax"),
                            Map.entry("category", "ram:CategoryCode"),
                            Map.entry("rate", "ram:RateApplicablePercent"),
                            Map.entry("base", "ram:BasisAmount"),
                            Map.entry("amount", "ram:CalculatedAmount"),
                            Map.entry(
                                    "BT-84",
                                    "*/*/ram:SpecifiedTradeSettlementPaymentMeans[ram:TypeCode = ('30', '58')]/ram:PayeePartyCreditorFinancialAccount/ram:IBANID"),
                            Map.entry("BG-1", "rsm:ExchangedDocument/ram:IncludedNote"),
                            Map.entry("BG-25", "*/ram:IncludedSupplyChainTradeLineItem")));

    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final int LONGEST = 300;

    private final Paths paths;

    private Terms(Map<String, String> paths) {
        this.paths = new Paths(paths);
    }

    En16931Invoice read(XdmNode root) {
        return new En16931Invoice(
                text(root, "BT-1"),
                date(text(root, "BT-2")),
                text(root, "BT-3"),
                text(root, "BT-5"),
                date(text(root, "BT-9")),
                text(root, "BT-23"),
                text(root, "BT-24"),
                party(root, "BG-4"),
                party(root, "BG-7"),
                new Totals(
                        amount(root, "BT-109"),
                        amount(root, "BT-110"),
                        amount(root, "BT-112"),
                        amount(root, "BT-115")),
                paths.all(root, "BG-23").stream().map(this::tax).toList(),
                paths.all(root, "BT-84").stream().map(XdmItem::getStringValue).limit(50).toList(),
                paths.all(root, "BG-1").stream().map(this::note).limit(200).toList(),
                paths.all(root, "BG-25").size());
    }

    private Party party(XdmNode root, String group) {
        List<XdmNode> found = paths.all(root, group);
        if (found.isEmpty()) {
            return new Party(null, null, null, null, null);
        }
        XdmNode party = found.getFirst();
        return new Party(
                text(party, "name"),
                text(party, "registration"),
                text(party, "vat"),
                text(party, "country"),
                text(party, "address"));
    }

    private Tax tax(XdmNode tax) {
        return new Tax(
                text(tax, "category"),
                amount(tax, "rate"),
                amount(tax, "base"),
                amount(tax, "amount"));
    }

    /** UBL writes the subject into the text, {@code #PMT#…}; CII has an element for it. */
    private Note note(XdmNode note) {
        String text = note.getStringValue().strip();
        if (this == UBL) {
            boolean coded = text.matches("(?s)#[A-Z]{3}#.*");
            return coded
                    ? new Note(text.substring(1, 4), text.substring(5).strip())
                    : new Note(null, text);
        }
        return new Note(child(note, "SubjectCode"), child(note, "Content"));
    }

    private static @Nullable String child(XdmNode node, String name) {
        for (XdmNode child : node.children(name)) {
            return child.getStringValue().strip();
        }
        return null;
    }

    private @Nullable String text(XdmNode node, String term) {
        List<XdmNode> found = paths.all(node, term);
        if (found.isEmpty()) {
            return null;
        }
        String text = found.getFirst().getStringValue().strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST));
    }

    private @Nullable BigDecimal amount(XdmNode node, String term) {
        String text = text(node, term);
        try {
            return text == null || text.length() > 40 ? null : new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null
                    ? null
                    : text.length() == 8 ? LocalDate.parse(text, COMPACT) : LocalDate.parse(text);
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }
}
