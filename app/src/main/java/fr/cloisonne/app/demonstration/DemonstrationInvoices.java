package fr.cloisonne.app.demonstration;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.CompanyDoor;
import fr.cloisonne.invoicing.DepositedFile;
import fr.cloisonne.invoicing.InvoiceDeposit;
import fr.cloisonne.invoicing.sample.SampleFacturX;
import fr.cloisonne.invoicing.sample.SampleInvoice;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.Siren;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Deposits fictional invoices by the path that people's deposits take; one in four is faulty. */
@Component
class DemonstrationInvoices {

    private static final List<String> BUYERS =
            List.of(
                    "Mairie de Valbonne",
                    "Coopérative Les Sources",
                    "Société Égide",
                    "Groupe Aubrac");

    private final CompanyDoor door;
    private final InvoiceDeposit deposit;
    private final Clock clock;

    DemonstrationInvoices(CompanyDoor door, InvoiceDeposit deposit, Clock clock) {
        this.door = door;
        this.deposit = deposit;
        this.clock = clock;
    }

    void deposit(UserAccountId by, CompanyPath path, String company, int count) {
        for (int i = 1; i <= count; i++) {
            SampleInvoice invoice = sample(path.siren(), company, i);
            switch (i % 4) {
                case 1 -> deposit(by, path, i + ".xml", utf8(invoice.ubl()));
                case 2 -> deposit(by, path, i + ".xml", utf8(invoice.cii()));
                case 3 -> deposit(by, path, i + ".pdf", SampleFacturX.of(invoice));
                default -> deposit(by, path, i + ".xml", utf8(invoice.cii().replace("PMT", "AAI")));
            }
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private SampleInvoice sample(Siren seller, String name, int i) {
        String buyer = BUYERS.get(i % BUYERS.size());
        LocalDate day = LocalDate.now(clock).minusDays(3L + 9L * i);
        return new SampleInvoice(
                seller,
                name,
                Cast.siren(600 + i % BUYERS.size()),
                buyer,
                "FA-%d-%03d".formatted(day.getYear(), i),
                day,
                "Prestation du mois",
                4 + i,
                new BigDecimal("87.50").multiply(BigDecimal.valueOf(i)));
    }

    private void deposit(UserAccountId by, CompanyPath path, String name, byte[] content) {
        try {
            Path file = Files.createTempFile("demonstration", null);
            try {
                Files.write(file, content);
                var staged = new DepositedFile("facture-" + name, file, Files.size(file));
                door.enter(by, path, () -> deposit.deposit(staged));
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
