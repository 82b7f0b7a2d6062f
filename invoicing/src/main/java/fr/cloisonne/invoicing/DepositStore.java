package fr.cloisonne.invoicing;

import fr.cloisonne.db.TenantTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.Acting;
import fr.cloisonne.identity.habilitation.RequiresHabilitation;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.invoicing.compliance.Anomaly;
import fr.cloisonne.invoicing.compliance.Verdict;
import fr.cloisonne.invoicing.portfolio.Projection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a judged document, in one transaction of its company: deposit and report, bytes in pieces,
 * and for an accepted one the invoice, its first status, the chained record, the event and the
 * projection. All of it, or nothing. The right is read again first: judging may have waited long.
 */
@Component
class DepositStore {

    private static final int PIECE = 512 * 1024;
    private static final Duration REFUSED_KEPT = Duration.ofDays(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient tenant;
    private final NewInvoices invoices;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Projection projection;
    private final Clock clock;

    DepositStore(
            @Qualifier("tenantJdbc") JdbcClient tenant,
            NewInvoices invoices,
            AuditTrail audit,
            Outbox outbox,
            Projection projection,
            Clock clock) {
        this.tenant = tenant;
        this.invoices = invoices;
        this.audit = audit;
        this.outbox = outbox;
        this.projection = projection;
        this.clock = clock;
    }

    /** The date on which this number was deposited already, if it was. */
    @TenantTransaction(readOnly = true)
    public Optional<String> alreadyThere(String siren, int year, String number) {
        return tenant.sql(
                        "SELECT issue_date::text FROM invoice WHERE seller_siren = ? AND issue_year = ? AND number = ?")
                .params(siren, year, number)
                .query(String.class)
                .optional();
    }

    /** Drops the bytes whose time is over, in the company in which one is; says how many files. */
    @TenantTransaction
    public int dropRefusedFiles() {
        return tenant.sql("SELECT cell.drop_refused_files()").query(Integer.class).single();
    }

    @TenantTransaction
    @RequiresHabilitation(Right.DEPOSIT)
    public DepositOutcome accept(StagedDocument document, Verdict verdict, Acting acting) {
        Instant now = clock.instant();
        UserAccountId onBehalf = acting.inPlaceOf(Right.DEPOSIT);
        DepositId deposit = insertDeposit(now, acting, onBehalf);
        UUID file = insertDocument(deposit, document, verdict, "ACCEPTED", null);
        InvoiceRow invoice;
        try {
            invoice = invoices.insert(file, verdict);
        } catch (DuplicateKeyException taken) {
            throw new DuplicateNumberException(taken);
        }
        invoices.insertStatus(invoice, now, acting.person(), onBehalf);
        write(file, document);
        projection.add(invoice);
        projection.deposited(now);
        audit.recordInCompany(
                acting.person(),
                onBehalf,
                "invoice.deposited",
                Map.of(
                        "invoice", invoice.id().value().toString(),
                        "deposit", deposit.value().toString(),
                        "sha256", document.sha256()));
        outbox.record(new InvoiceDeposited(invoice.id()));
        return new DepositOutcome.Accepted(invoice, deposit, verdict.anomalies());
    }

    @TenantTransaction
    @RequiresHabilitation(Right.DEPOSIT)
    public DepositOutcome refuse(
            StagedDocument document,
            Verdict verdict,
            List<Anomaly> anomalies,
            int refusal,
            Acting acting) {
        Instant now = clock.instant();
        UserAccountId onBehalf = acting.inPlaceOf(Right.DEPOSIT);
        DepositId deposit = insertDeposit(now, acting, onBehalf);
        boolean hostile = anomalies.stream().anyMatch(a -> a.rule().equals("CLO-FILE-HOSTILE"));
        Verdict kept = new Verdict(verdict.syntax(), null, anomalies, verdict.ruleSet(), refusal);
        String state = verdict.invoice() == null ? "UNREADABLE" : "REFUSED";
        Instant until = hostile || oversized(document) ? null : now.plus(REFUSED_KEPT);
        UUID file = insertDocument(deposit, document, kept, state, until);
        if (until != null) {
            write(file, document);
        }
        projection.deposited(now);
        audit.recordInCompany(
                acting.person(),
                onBehalf,
                "deposit.refused",
                Map.of("deposit", deposit.value().toString(), "status", Integer.toString(refusal)));
        return new DepositOutcome.Rejected(deposit, refusal, anomalies);
    }

    private static boolean oversized(StagedDocument document) {
        return document.file().size() > InvoiceDeposit.LONGEST;
    }

    private DepositId insertDeposit(Instant now, Acting acting, @Nullable UserAccountId onBehalf) {
        DepositId id = new DepositId(Uuid7.next());
        tenant.sql(
                        "INSERT INTO deposit (id, state, at, actor, on_behalf) VALUES (?, 'DONE', ?, ?, ?)")
                .param(id.value())
                .param(Timestamp.from(now))
                .param(acting.person().value())
                .param(onBehalf == null ? null : onBehalf.value())
                .update();
        return id;
    }

    private UUID insertDocument(
            DepositId deposit,
            StagedDocument document,
            Verdict verdict,
            String state,
            @Nullable Instant keptUntil) {
        UUID id = Uuid7.next();
        tenant.sql(
                        "INSERT INTO deposit_document (id, deposit_id, file_name, size, sha256, state, refusal, rule_set, anomalies, kept_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)")
                .param(id)
                .param(deposit.value())
                .param(document.name())
                .param(document.file().size())
                .param(document.sha256())
                .param(state)
                .param(verdict.refusal())
                .param(verdict.ruleSet())
                .param(JSON.writeValueAsString(verdict.anomalies()))
                .param(keptUntil == null ? null : Timestamp.from(keptUntil))
                .update();
        return id;
    }

    private void write(UUID document, StagedDocument staged) {
        try (InputStream bytes = Files.newInputStream(staged.file().content())) {
            int n = 0;
            for (byte[] piece = bytes.readNBytes(PIECE);
                    piece.length > 0;
                    piece = bytes.readNBytes(PIECE)) {
                tenant.sql("INSERT INTO file_piece (document_id, n, bytes) VALUES (?, ?, ?)")
                        .params(document, n++, piece)
                        .update();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
