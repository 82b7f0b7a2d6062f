package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.ReviewLines.Counts;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The review of a firm's access: read per company or per person, signed, taken away as a file. */
@Component
public class AccessReview {

    private static final String SIGN =
            """
            INSERT INTO platform.access_review
              (id, firm_id, reviewer_id, at, people, companies, habilitations, delegations)
            VALUES (:id, :firm, :reviewer, :at, :people, :companies, :habilitations, :delegations)
            """;

    private static final String SIGNED =
            """
            SELECT reviewer_id, at, people, companies, habilitations, delegations
            FROM platform.access_review WHERE firm_id = ? ORDER BY at DESC LIMIT 20
            """;

    private final JdbcClient platform;
    private final Habilitations habilitations;
    private final Administrators administrators;
    private final ReviewLines lines;
    private final UserAccounts accounts;
    private final FreshProof proof;
    private final AuditTrail audit;
    private final Refusing refusing;
    private final Clock clock;

    AccessReview(
            @Qualifier("platformJdbc") JdbcClient platform,
            Habilitations habilitations,
            Administrators administrators,
            ReviewLines lines,
            UserAccounts accounts,
            FreshProof proof,
            AuditTrail audit,
            Refusing refusing,
            Clock clock) {
        this.platform = platform;
        this.habilitations = habilitations;
        this.administrators = administrators;
        this.lines = lines;
        this.accounts = accounts;
        this.proof = proof;
        this.audit = audit;
        this.refusing = refusing;
        this.clock = clock;
    }

    /**
     * Reads a page of it.
     *
     * @param asker needs {@link Right#AUDIT} in the firm
     * @param firm the firm
     * @param filter what of it
     * @param offset how many lines to leave out
     * @param limit at most 500
     * @return by company, then by person
     */
    @PlatformTransaction(readOnly = true)
    public List<ReviewLine> page(
            UserAccountId asker, FirmShortName firm, ReviewFilter filter, int offset, int limit) {
        FirmCard card = habilitations.requireInFirm(asker, firm, Right.AUDIT);
        return lines.page(card.id(), filter, offset, Math.min(limit, 500));
    }

    /**
     * How many lines it has.
     *
     * @param asker needs {@link Right#AUDIT} in the firm
     * @param firm the firm
     * @param filter what of it
     * @return lines
     */
    @PlatformTransaction(readOnly = true)
    public int count(UserAccountId asker, FirmShortName firm, ReviewFilter filter) {
        FirmCard card = habilitations.requireInFirm(asker, firm, Right.AUDIT);
        Counts counts = lines.counts(card.id(), filter);
        return counts.habilitations() + counts.delegations();
    }

    /**
     * Signs that the whole of it was looked at and is as it should be.
     *
     * @param by a permanent administrator of the firm
     * @param firm the firm
     * @throws ProofNeededException if they have not proven themselves lately
     */
    @PlatformTransaction
    public void sign(UserAccountId by, FirmShortName firm) {
        FirmCard card = habilitations.requireInFirm(by, firm, Right.DELEGATE);
        if (!administrators.of(card.id()).contains(by)) {
            throw refusing.missing(by, new Scope.WholeFirm(card.id()), Right.DELEGATE);
        }
        proof.require(by);
        Counts counts = lines.counts(card.id(), ReviewFilter.ALL);
        platform.sql(SIGN)
                .param("id", Uuid7.next())
                .param("firm", card.id().value())
                .param("reviewer", by.value())
                .param("at", Timestamp.from(clock.instant()))
                .param("people", counts.people())
                .param("companies", counts.companies())
                .param("habilitations", counts.habilitations())
                .param("delegations", counts.delegations())
                .update();
        audit.recordUse(
                card.id(),
                by,
                Right.DELEGATE,
                "review.signed",
                Map.of(
                        "people", Integer.toString(counts.people()),
                        "companies", Integer.toString(counts.companies()),
                        "habilitations", Integer.toString(counts.habilitations()),
                        "delegations", Integer.toString(counts.delegations())));
    }

    /**
     * The latest that were signed.
     *
     * @param asker needs {@link Right#AUDIT} in the firm
     * @param firm the firm
     * @return at most twenty, the latest first
     */
    @PlatformTransaction(readOnly = true)
    public List<SignedReview> signed(UserAccountId asker, FirmShortName firm) {
        FirmCard card = habilitations.requireInFirm(asker, firm, Right.AUDIT);
        return platform.sql(SIGNED)
                .param(card.id().value())
                .query((row, n) ->
                        new SignedReview(
                                accounts.card(new UserAccountId(row.getObject(1, UUID.class))),
                                row.getTimestamp(2).toInstant(),
                                row.getInt(3),
                                row.getInt(4),
                                row.getInt(5),
                                row.getInt(6)))
                .list();
    }

    /**
     * Reads all of it, line by line.
     *
     * @param asker needs {@link Right#AUDIT} in the firm
     * @param firm the firm
     * @param reader takes each line
     * @throws ProofNeededException if they have not proven themselves lately
     */
    @PlatformTransaction(readOnly = true)
    public void read(UserAccountId asker, FirmShortName firm, Consumer<ReviewLine> reader) {
        FirmCard card = habilitations.requireInFirm(asker, firm, Right.AUDIT);
        proof.require(asker);
        try (Stream<ReviewLine> all = lines.all(card.id())) {
            all.forEach(reader);
        }
    }
}
