package fr.cloisonne.identity.maildomain;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.maildomain.DomainRefusedException.Reason;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of mail domains; each change with its row in the firm's chain, both or neither. */
@Component
class DomainRows {

    private static final String SELECT =
            """
            SELECT id, firm_id, domain, token, proof, proven_at, asked_at, asked_words, answer,
                   claimed_by, missing_since, warned_again, lapsed_at
            FROM platform.mail_domain WHERE withdrawn_at IS NULL
            """;

    private final JdbcClient platform;
    private final AuditTrail audit;
    private final Clock clock;

    DomainRows(@Qualifier("platformJdbc") JdbcClient platform, AuditTrail audit, Clock clock) {
        this.platform = platform;
        this.audit = audit;
        this.clock = clock;
    }

    /** One that stands, proven or not. */
    record Row(
            MailDomainId id,
            FirmId firm,
            MailDomain domain,
            String token,
            @Nullable DomainProof proof,
            @Nullable Instant provenAt,
            @Nullable Instant askedAt,
            String words,
            @Nullable String answer,
            UserAccountId claimedBy,
            @Nullable Instant missingSince,
            boolean warnedAgain,
            @Nullable Instant lapsedAt) {

        private static final String BELOW = "_cloisonne.";
        private static final String TEXT = "cloisonne-verification=";

        boolean proven() {
            return provenAt != null;
        }

        /** Proven by a text that its zone publishes no more. */
        boolean missing() {
            return missingSince != null;
        }

        /** The TXT record of its zone that proves it. */
        String record() {
            return BELOW + domain;
        }

        /** What that must say. */
        String text() {
            return TEXT + token;
        }
    }

    @PlatformTransaction(readOnly = true)
    public List<Row> of(FirmId firm) {
        return platform.sql(SELECT + "AND firm_id = ? ORDER BY domain")
                .param(firm.value())
                .query(DomainRows::row)
                .list();
    }

    @PlatformTransaction(readOnly = true)
    public Optional<Row> find(MailDomainId id) {
        return platform.sql(SELECT + "AND id = ?")
                .param(id.value())
                .query(DomainRows::row)
                .optional();
    }

    /** Those that an operator is to look at. */
    @PlatformTransaction(readOnly = true)
    public List<Row> asked() {
        return platform.sql(
                        SELECT
                                + "AND asked_at IS NOT NULL AND proven_at IS NULL ORDER BY asked_at LIMIT 200")
                .query(DomainRows::row)
                .list();
    }

    @PlatformTransaction(readOnly = true)
    public Optional<FirmId> provenBy(MailDomain domain) {
        return platform.sql(
                        "SELECT firm_id FROM platform.mail_domain WHERE domain = ? AND proven_at IS NOT NULL AND withdrawn_at IS NULL")
                .param(domain.name())
                .query((row, n) -> new FirmId(row.getObject(1, UUID.class)))
                .optional();
    }

    @PlatformTransaction
    public void claim(
            MailDomainId id, FirmId firm, UserAccountId by, MailDomain domain, String token) {
        int claimed =
                platform.sql(
                                "INSERT INTO platform.mail_domain (id, firm_id, domain, token, claimed_by, claimed_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .param(id.value())
                        .param(firm.value())
                        .param(domain.name())
                        .param(token)
                        .param(by.value())
                        .param(now())
                        .update();
        if (claimed == 0) {
            throw new DomainRefusedException(Reason.ALREADY_THERE);
        }
        record("domain.claimed", firm, by, domain);
    }

    @PlatformTransaction
    public void askOperator(Row row, UserAccountId by, String words) {
        changed(
                row,
                by,
                "domain.asked",
                "asked_at = :now, asked_words = :words, refused_at = NULL, answer = NULL",
                Map.of("words", words));
    }

    @PlatformTransaction
    public void refuse(Row row, UserAccountId by, String answer) {
        changed(
                row,
                by,
                "domain.refused",
                "asked_at = NULL, refused_at = :now, answer = :answer",
                Map.of("answer", answer));
    }

    @PlatformTransaction
    public void prove(Row row, UserAccountId by, DomainProof proof, @Nullable String answer) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("proof", proof.name());
        values.put("by", by.value());
        values.put("answer", answer);
        try {
            changed(
                    row,
                    by,
                    "domain.proven." + proof.name().toLowerCase(Locale.ROOT),
                    "proof = :proof, proven_by = :by, proven_at = :now, looked_at = :now, lapsed_at = NULL, answer = :answer, asked_at = NULL",
                    values);
        } catch (DuplicateKeyException another) {
            throw new DomainRefusedException(Reason.TAKEN);
        }
    }

    private void changed(
            Row row,
            UserAccountId by,
            String act,
            String change,
            Map<String, ? extends @Nullable Object> values) {
        int changed =
                platform.sql(
                                "UPDATE platform.mail_domain SET "
                                        + change
                                        + " WHERE id = :id AND proven_at IS NULL AND withdrawn_at IS NULL")
                        .param("id", row.id().value())
                        .param("now", now())
                        .params(values)
                        .update();
        if (changed == 0) {
            throw new DomainRefusedException(Reason.NOT_FOUND);
        }
        record(act, row.firm(), by, row.domain());
    }

    @PlatformTransaction
    public void withdraw(Row row, UserAccountId by) {
        int withdrawn =
                platform.sql(
                                "UPDATE platform.mail_domain SET withdrawn_by = ?, withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL")
                        .params(by.value(), now(), row.id().value())
                        .update();
        if (withdrawn == 0) {
            throw new DomainRefusedException(Reason.NOT_FOUND);
        }
        record("domain.withdrawn", row.firm(), by, row.domain());
    }

    private void record(String act, FirmId firm, UserAccountId by, MailDomain domain) {
        audit.recordUse(firm, by, Right.MANAGE_SIGN_IN, act, Map.of("domain", domain.name()));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String proof = row.getString("proof");
        String words = row.getString("asked_words");
        return new Row(
                new MailDomainId(row.getObject("id", UUID.class)),
                new FirmId(row.getObject("firm_id", UUID.class)),
                new MailDomain(row.getString("domain")),
                row.getString("token"),
                proof == null ? null : DomainProof.valueOf(proof),
                instant(row, "proven_at"),
                instant(row, "asked_at"),
                words == null ? "" : words,
                row.getString("answer"),
                new UserAccountId(row.getObject("claimed_by", UUID.class)),
                instant(row, "missing_since"),
                row.getBoolean("warned_again"),
                instant(row, "lapsed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    static MailDomainId next() {
        return new MailDomainId(Uuid7.next());
    }
}
