package fr.cloisonne.invoicing.sample;

import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.VatNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * A fictional invoice of one line at 20 % VAT, written as UBL or CII; it keeps EN 16931 and BR-FR.
 *
 * @param seller SIREN of the seller
 * @param sellerName its name
 * @param buyer SIREN of the buyer
 * @param buyerName its name
 * @param number BT-1
 * @param issued BT-2
 * @param designation BT-153
 * @param quantity BT-129
 * @param price BT-146, excl. VAT
 */
public record SampleInvoice(
        Siren seller,
        String sellerName,
        Siren buyer,
        String buyerName,
        String number,
        LocalDate issued,
        String designation,
        int quantity,
        BigDecimal price) {

    private static final BigDecimal RATE = new BigDecimal("0.20");

    private BigDecimal base() {
        return price.multiply(BigDecimal.valueOf(quantity)).setScale(2, RoundingMode.HALF_UP);
    }

    private BigDecimal tax() {
        return base().multiply(RATE).setScale(2, RoundingMode.HALF_UP);
    }

    /**
     * As UBL 2.1.
     *
     * @return the document
     */
    public String ubl() {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
          <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
          <cbc:ProfileID>S1</cbc:ProfileID>
          <cbc:ID>%s</cbc:ID>
          <cbc:IssueDate>%s</cbc:IssueDate>
          <cbc:DueDate>%s</cbc:DueDate>
          <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
          <cbc:Note>#PMT#Indemnité forfaitaire pour frais de recouvrement : 40 €</cbc:Note>
          <cbc:Note>#PMD#Pénalités de retard : trois fois le taux d’intérêt légal</cbc:Note>
          <cbc:Note>#AAB#Pas d’escompte pour paiement anticipé</cbc:Note>
          <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
          <cbc:BuyerReference>%s</cbc:BuyerReference>
          <cac:AccountingSupplierParty>%s</cac:AccountingSupplierParty>
          <cac:AccountingCustomerParty>%s</cac:AccountingCustomerParty>
          <cac:PaymentMeans>
            <cbc:PaymentMeansCode>30</cbc:PaymentMeansCode>
            <cac:PayeeFinancialAccount><cbc:ID>FR7620041010051234567890178</cbc:ID></cac:PayeeFinancialAccount>
          </cac:PaymentMeans>
          <cac:PaymentTerms><cbc:Note>Paiement à 30 jours</cbc:Note></cac:PaymentTerms>
          <cac:TaxTotal>
            <cbc:TaxAmount currencyID="EUR">%s</cbc:TaxAmount>
            <cac:TaxSubtotal>
              <cbc:TaxableAmount currencyID="EUR">%s</cbc:TaxableAmount>
              <cbc:TaxAmount currencyID="EUR">%s</cbc:TaxAmount>
              <cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>20</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory>
            </cac:TaxSubtotal>
          </cac:TaxTotal>
          <cac:LegalMonetaryTotal>
            <cbc:LineExtensionAmount currencyID="EUR">%s</cbc:LineExtensionAmount>
            <cbc:TaxExclusiveAmount currencyID="EUR">%s</cbc:TaxExclusiveAmount>
            <cbc:TaxInclusiveAmount currencyID="EUR">%s</cbc:TaxInclusiveAmount>
            <cbc:PayableAmount currencyID="EUR">%s</cbc:PayableAmount>
          </cac:LegalMonetaryTotal>
          <cac:InvoiceLine>
            <cbc:ID>1</cbc:ID>
            <cbc:InvoicedQuantity unitCode="HUR">%d</cbc:InvoicedQuantity>
            <cbc:LineExtensionAmount currencyID="EUR">%s</cbc:LineExtensionAmount>
            <cac:Item>
              <cbc:Name>%s</cbc:Name>
              <cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>20</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory>
            </cac:Item>
            <cac:Price><cbc:PriceAmount currencyID="EUR">%s</cbc:PriceAmount></cac:Price>
          </cac:InvoiceLine>
        </Invoice>
        """
                .formatted(
                        number,
                        issued,
                        issued.plusDays(30),
                        number,
                        ublParty(seller, sellerName),
                        ublParty(buyer, buyerName),
                        tax(),
                        base(),
                        tax(),
                        base(),
                        base(),
                        base().add(tax()),
                        base().add(tax()),
                        quantity,
                        base(),
                        escaped(designation),
                        price.setScale(2, RoundingMode.HALF_UP));
    }

    private static String ublParty(Siren siren, String name) {
        return """
        <cac:Party>
          <cbc:EndpointID schemeID="0225">%1$s</cbc:EndpointID>
          <cac:PostalAddress><cbc:StreetName>1 rue de la Paix</cbc:StreetName><cbc:CityName>Paris</cbc:CityName><cbc:PostalZone>75002</cbc:PostalZone><cac:Country><cbc:IdentificationCode>FR</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
          <cac:PartyTaxScheme><cbc:CompanyID>%2$s</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
          <cac:PartyLegalEntity><cbc:RegistrationName>%3$s</cbc:RegistrationName><cbc:CompanyID schemeID="0002">%1$s</cbc:CompanyID></cac:PartyLegalEntity>
        </cac:Party>\
        """
                .formatted(siren, VatNumber.of(siren), escaped(name));
    }

    /**
     * As UN/CEFACT CII D16B.
     *
     * @return the document
     */
    public String cii() {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
          <rsm:ExchangedDocumentContext>
            <ram:BusinessProcessSpecifiedDocumentContextParameter><ram:ID>S1</ram:ID></ram:BusinessProcessSpecifiedDocumentContextParameter>
            <ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:cen.eu:en16931:2017</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter>
          </rsm:ExchangedDocumentContext>
          <rsm:ExchangedDocument>
            <ram:ID>%s</ram:ID>
            <ram:TypeCode>380</ram:TypeCode>
            <ram:IssueDateTime><udt:DateTimeString format="102">%s</udt:DateTimeString></ram:IssueDateTime>
            <ram:IncludedNote><ram:Content>Indemnité forfaitaire pour frais de recouvrement : 40 €</ram:Content><ram:SubjectCode>PMT</ram:SubjectCode></ram:IncludedNote>
            <ram:IncludedNote><ram:Content>Pénalités de retard : trois fois le taux d’intérêt légal</ram:Content><ram:SubjectCode>PMD</ram:SubjectCode></ram:IncludedNote>
            <ram:IncludedNote><ram:Content>Pas d’escompte pour paiement anticipé</ram:Content><ram:SubjectCode>AAB</ram:SubjectCode></ram:IncludedNote>
          </rsm:ExchangedDocument>
          <rsm:SupplyChainTradeTransaction>
            <ram:IncludedSupplyChainTradeLineItem>
              <ram:AssociatedDocumentLineDocument><ram:LineID>1</ram:LineID></ram:AssociatedDocumentLineDocument>
              <ram:SpecifiedTradeProduct><ram:Name>%s</ram:Name></ram:SpecifiedTradeProduct>
              <ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>%s</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
              <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="HUR">%d</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
              <ram:SpecifiedLineTradeSettlement>
                <ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>20</ram:RateApplicablePercent></ram:ApplicableTradeTax>
                <ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>%s</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation>
              </ram:SpecifiedLineTradeSettlement>
            </ram:IncludedSupplyChainTradeLineItem>
            <ram:ApplicableHeaderTradeAgreement>
              <ram:BuyerReference>%s</ram:BuyerReference>
              <ram:SellerTradeParty>%s</ram:SellerTradeParty>
              <ram:BuyerTradeParty>%s</ram:BuyerTradeParty>
            </ram:ApplicableHeaderTradeAgreement>
            <ram:ApplicableHeaderTradeDelivery/>
            <ram:ApplicableHeaderTradeSettlement>
              <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
              <ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>30</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>FR7620041010051234567890178</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>
              <ram:ApplicableTradeTax><ram:CalculatedAmount>%s</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode><ram:BasisAmount>%s</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>20</ram:RateApplicablePercent></ram:ApplicableTradeTax>
              <ram:SpecifiedTradePaymentTerms><ram:Description>Paiement à 30 jours</ram:Description><ram:DueDateDateTime><udt:DateTimeString format="102">%s</udt:DateTimeString></ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>
              <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
                <ram:LineTotalAmount>%s</ram:LineTotalAmount>
                <ram:TaxBasisTotalAmount>%s</ram:TaxBasisTotalAmount>
                <ram:TaxTotalAmount currencyID="EUR">%s</ram:TaxTotalAmount>
                <ram:GrandTotalAmount>%s</ram:GrandTotalAmount>
                <ram:DuePayableAmount>%s</ram:DuePayableAmount>
              </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
            </ram:ApplicableHeaderTradeSettlement>
          </rsm:SupplyChainTradeTransaction>
        </rsm:CrossIndustryInvoice>
        """
                .formatted(
                        number,
                        compact(issued),
                        escaped(designation),
                        price.setScale(2, RoundingMode.HALF_UP),
                        quantity,
                        base(),
                        number,
                        ciiParty(seller, sellerName),
                        ciiParty(buyer, buyerName),
                        tax(),
                        base(),
                        compact(issued.plusDays(30)),
                        base(),
                        base(),
                        tax(),
                        base().add(tax()),
                        base().add(tax()));
    }

    private static String ciiParty(Siren siren, String name) {
        return """
        <ram:Name>%3$s</ram:Name>
        <ram:SpecifiedLegalOrganization><ram:ID schemeID="0002">%1$s</ram:ID></ram:SpecifiedLegalOrganization>
        <ram:PostalTradeAddress><ram:PostcodeCode>75002</ram:PostcodeCode><ram:LineOne>1 rue de la Paix</ram:LineOne><ram:CityName>Paris</ram:CityName><ram:CountryID>FR</ram:CountryID></ram:PostalTradeAddress>
        <ram:URIUniversalCommunication><ram:URIID schemeID="0225">%1$s</ram:URIID></ram:URIUniversalCommunication>
        <ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">%2$s</ram:ID></ram:SpecifiedTaxRegistration>\
        """
                .formatted(siren, VatNumber.of(siren), escaped(name));
    }

    private static String compact(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
