package fr.cloisonne.ui.invoice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import fr.cloisonne.invoicing.InvoiceDetails;
import fr.cloisonne.invoicing.InvoiceParty;
import fr.cloisonne.invoicing.TaxLine;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.ui.enamel.Facts;
import fr.cloisonne.ui.enamel.Sheet;
import fr.cloisonne.ui.text.Formats;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/** The figures and facts of one invoice, laid out for the eye. */
class InvoiceSheets {

    private final Formats formats;
    private final Component reader;
    private final Locale language;

    InvoiceSheets(Formats formats, Component reader, Locale language) {
        this.formats = formats;
        this.reader = reader;
        this.language = language;
    }

    Facts facts(InvoiceDetails invoice) {
        return new Facts()
                .with(text("invoice.seller"), party(invoice.seller()))
                .with(text("invoice.buyer"), party(invoice.buyer()))
                .with(text("invoice.direction"), text("direction." + invoice.direction()))
                .with(text("column.ISSUE_DATE"), formats.day(invoice.row().issueDate()))
                .with(text("column.due"), formats.day(invoice.row().dueDate()))
                .with(text("invoice.lines"), Integer.toString(invoice.lineCount()));
    }

    Sheet tax(InvoiceDetails invoice) {
        String currency = invoice.row().currency();
        Sheet sheet =
                new Sheet(
                        Set.of(1, 2, 3),
                        text("tax.rate"),
                        text("tax.base"),
                        text("tax.tax"),
                        text("tax.total"));
        for (TaxLine line : invoice.totals().perRate()) {
            sheet.row(
                    formats.rate(line.rate(), language),
                    amount(line.base(), currency),
                    amount(line.tax(), currency),
                    amount(line.base().add(line.tax()), currency));
        }
        sheet.row(
                        text("tax.sum"),
                        amount(invoice.totals().withoutTax(), currency),
                        amount(invoice.totals().tax(), currency),
                        amount(invoice.totals().withTax(), currency))
                .addClassName("sum");
        sheet.row(text("tax.payable"), "", "", amount(invoice.totals().payable(), currency))
                .addClassName("sum");
        return sheet;
    }

    Facts file(InvoiceDetails invoice) {
        Span hash = new Span(invoice.sha256());
        hash.addClassName("mono");
        return new Facts()
                .with(text("fact.file"), invoice.fileName())
                .with(text("fact.syntax"), text("syntax." + invoice.syntax()))
                .with(text("fact.deposited"), formats.moment(invoice.depositedAt()))
                .with(text("fact.retention"), formats.day(invoice.retentionUntil()))
                .wide(text("fact.profile"), new Span(invoice.profile()))
                .wide(text("fact.sha256"), hash);
    }

    private static Component party(InvoiceParty party) {
        Span name = new Span(party.name());
        name.addClassName("name");
        Span who = new Span(name);
        who.addClassName("who");
        String siren = party.siren();
        String vat = party.vatNumber();
        if (siren != null) {
            who.add(small("SIREN " + Siren.tryParse(siren).map(Siren::formatted).orElse(siren)));
        }
        if (vat != null) {
            who.add(small(vat));
        }
        return who;
    }

    private static Span small(String text) {
        Span small = new Span(text);
        small.addClassName("siren");
        return small;
    }

    private String amount(BigDecimal value, String currency) {
        return formats.amount(value, currency, language);
    }

    private String text(String key) {
        return reader.getTranslation(key);
    }
}
