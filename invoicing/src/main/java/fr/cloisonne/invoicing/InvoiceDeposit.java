package fr.cloisonne.invoicing;

import fr.cloisonne.identity.habilitation.Acting;
import fr.cloisonne.identity.habilitation.CurrentPerson;
import fr.cloisonne.identity.habilitation.RequiresHabilitation;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.invoicing.compliance.Anomaly;
import fr.cloisonne.invoicing.compliance.CheckContext;
import fr.cloisonne.invoicing.compliance.Judging;
import fr.cloisonne.invoicing.compliance.Verdict;
import fr.cloisonne.invoicing.reading.InvoiceReader;
import fr.cloisonne.tenancy.ClientCompanies;
import fr.cloisonne.tenancy.CurrentTenant;
import fr.cloisonne.tenancy.value.Siren;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The act of handing in one invoice file inside a client company. The rules run without any
 * connection, when its turn has come; then the right is read again, and one transaction keeps what
 * came of it.
 */
@Service
public class InvoiceDeposit {

    /** Longest file, in bytes. */
    public static final long LONGEST = InvoiceReader.LONGEST;

    private final Judging judging;
    private final DepositStore store;
    private final ClientCompanies companies;
    private final CurrentTenant tenant;
    private final Clock clock;

    InvoiceDeposit(
            Judging judging,
            DepositStore store,
            ClientCompanies companies,
            CurrentTenant tenant,
            Clock clock) {
        this.judging = judging;
        this.store = store;
        this.companies = companies;
        this.tenant = tenant;
        this.clock = clock;
    }

    /**
     * Checks the file and either makes it an invoice or reports what is wrong with it.
     *
     * @param file the file, staged on disk
     * @return what came of it; the report is kept in either case
     * @throws UncheckedIOException if the staged file cannot be read
     */
    @RequiresHabilitation(Right.DEPOSIT)
    public DepositOutcome deposit(DepositedFile file) {
        Acting acting = CurrentPerson.require();
        try {
            StagedDocument document = StagedDocument.of(file);
            Siren company = companies.cards(List.of(tenant.require())).getFirst().path().siren();
            Verdict verdict =
                    judging.judge(
                            acting.firm(),
                            file.content(),
                            new CheckContext(company, LocalDate.now(clock)));
            return keep(document, verdict, company, acting);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private DepositOutcome keep(
            StagedDocument document, Verdict verdict, Siren company, Acting acting) {
        Integer refusal = verdict.refusal();
        if (refusal != null) {
            return store.refuse(document, verdict, verdict.anomalies(), refusal, acting);
        }
        Optional<String> before = takenOn(verdict, company);
        if (before.isPresent()) {
            return duplicate(document, verdict, before.get(), acting);
        }
        try {
            return store.accept(document, verdict, acting);
        } catch (DuplicateNumberException lostRace) {
            return duplicate(document, verdict, takenOn(verdict, company).orElse(""), acting);
        }
    }

    private Optional<String> takenOn(Verdict verdict, Siren company) {
        var invoice = Objects.requireNonNull(verdict.invoice());
        return store.alreadyThere(
                company.value(),
                Objects.requireNonNull(invoice.issueDate()).getYear(),
                Objects.requireNonNull(invoice.number()));
    }

    private DepositOutcome duplicate(
            StagedDocument document, Verdict verdict, String before, Acting acting) {
        var invoice = Objects.requireNonNull(verdict.invoice());
        List<Anomaly> anomalies = new ArrayList<>();
        anomalies.add(Anomaly.error("CLO-UNIQUE", "BT-1", invoice.number(), before));
        anomalies.addAll(verdict.anomalies());
        return store.refuse(document, verdict, List.copyOf(anomalies), Verdict.FUNCTIONAL, acting);
    }
}
