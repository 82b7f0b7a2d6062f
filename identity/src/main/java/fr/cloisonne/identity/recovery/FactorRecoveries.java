package fr.cloisonne.identity.recovery;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.recovery.RecoveryRefusedException.Reason;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.LostFactors;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.identity.signin.SecondFactors;
import fr.cloisonne.identity.signin.SessionEnd;
import fr.cloisonne.identity.signin.SessionEnding;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets somebody in again who has lost every second factor, by two acts of two people: an
 * administrator attests who they are, with a reason; they prove their mailbox. Then a delay runs in
 * which whoever still has the account can stop it, and everybody concerned is told.
 */
@Component
@EnableConfigurationProperties(RecoverySettings.class)
public class FactorRecoveries implements LostFactors {

    private static final int REASON = 500;

    private static final String LIVE =
            "SELECT id, user_id, firm_id, attested_by, opens_at FROM platform.factor_recovery WHERE over_at IS NULL AND ";

    private final JdbcClient platform;
    private final RecoverySettings settings;
    private final Habilitations habilitations;
    private final SecondFactors factors;
    private final SessionEnding sessions;
    private final UserAccounts accounts;
    private final FreshProof proof;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    FactorRecoveries(
            @Qualifier("platformJdbc") JdbcClient platform,
            RecoverySettings settings,
            Habilitations habilitations,
            SecondFactors factors,
            SessionEnding sessions,
            UserAccounts accounts,
            FreshProof proof,
            AuditTrail audit,
            Outbox outbox,
            Clock clock) {
        this.platform = platform;
        this.settings = settings;
        this.habilitations = habilitations;
        this.factors = factors;
        this.sessions = sessions;
        this.accounts = accounts;
        this.proof = proof;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The first act: an administrator attests who the person is.
     *
     * @param by who attests
     * @param firm in which they may say how people sign in
     * @param person a colleague there
     * @param reason how they made sure
     * @throws RecoveryRefusedException if a rule forbids it
     * @throws ProofNeededException if the administrator has not proven themselves lately
     */
    @PlatformTransaction
    public void attest(UserAccountId by, FirmShortName firm, UserAccountId person, String reason) {
        proof.require(by);
        FirmId id = habilitations.requireInFirm(by, firm, Right.MANAGE_SIGN_IN).id();
        check(by, id, person, reason);
        Instant now = clock.instant();
        RecoveryId recovery = new RecoveryId(Uuid7.next());
        platform.sql(
                        "UPDATE platform.factor_recovery SET over_at = ? WHERE user_id = ? AND over_at IS NULL AND ends_at <= ?")
                .params(Timestamp.from(now), person.value(), Timestamp.from(now))
                .update();
        try {
            platform.sql(
                            "INSERT INTO platform.factor_recovery (id, user_id, firm_id, attested_by, reason, attested_at, ends_at) VALUES (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            recovery.value(),
                            person.value(),
                            id.value(),
                            by.value(),
                            reason.strip().substring(0, Math.min(REASON, reason.strip().length())),
                            Timestamp.from(now),
                            Timestamp.from(now.plus(settings.linkLife())))
                    .update();
        } catch (DuplicateKeyException underWay) {
            throw new RecoveryRefusedException(Reason.UNDER_WAY);
        }
        audit.recordUse(
                id,
                by,
                Right.MANAGE_SIGN_IN,
                "recovery.attested",
                Map.of("holder", person.toString()));
        outbox.record(new RecoveryAttested(recovery));
    }

    private void check(UserAccountId by, FirmId firm, UserAccountId person, String reason) {
        if (by.equals(person)) {
            throw new RecoveryRefusedException(Reason.ONESELF);
        }
        if (reason.isBlank()) {
            throw new RecoveryRefusedException(Reason.NO_REASON);
        }
        boolean colleague =
                accounts.colleaguesOf(firm).stream().anyMatch(one -> one.id().equals(person));
        if (!colleague) {
            throw new RecoveryRefusedException(Reason.NOT_A_COLLEAGUE);
        }
        if (!factors.of(person).any()) {
            throw new RecoveryRefusedException(Reason.NO_FACTOR);
        }
    }

    /**
     * Makes the link that goes to the mailbox; an older one opens nothing any more.
     *
     * @param recovery which
     * @return the end of its address, kept nowhere
     */
    @PlatformTransaction
    public String mintLink(RecoveryId recovery) {
        String link = RecoveryLink.random();
        platform.sql(
                        "UPDATE platform.factor_recovery SET link_hash = ? WHERE id = ? AND opens_at IS NULL AND over_at IS NULL")
                .params(RecoveryLink.hash(link), recovery.value())
                .update();
        return link;
    }

    /**
     * The second act: the person has opened the link in their mailbox. The delay begins.
     *
     * @param link the end of its address
     * @return the way back in, unless the link opens nothing
     */
    @PlatformTransaction
    public Optional<Recovery> prove(String link) {
        Instant now = clock.instant();
        Instant opens = now.plus(settings.delay());
        Optional<Recovery> begun =
                platform.sql(
                                "UPDATE platform.factor_recovery SET link_hash = NULL, opens_at = ?, ends_at = ? WHERE link_hash = ? AND over_at IS NULL AND ends_at > ? RETURNING id, user_id, firm_id, attested_by, opens_at")
                        .params(
                                Timestamp.from(opens),
                                Timestamp.from(opens.plus(settings.window())),
                                RecoveryLink.hash(link),
                                Timestamp.from(now))
                        .query(FactorRecoveries::recovery)
                        .optional();
        begun.ifPresent(one -> tell(one, "recovery.begun", new RecoveryBegun(one.id())));
        return begun;
    }

    /**
     * The way back in that is under way for an account.
     *
     * @param person whose
     * @return nothing if there is none
     */
    @PlatformTransaction(readOnly = true)
    public Optional<Recovery> of(UserAccountId person) {
        return platform.sql(LIVE + "user_id = ? AND ends_at > ?")
                .params(person.value(), Timestamp.from(clock.instant()))
                .query(FactorRecoveries::recovery)
                .optional();
    }

    /**
     * A way back in, whatever has become of it.
     *
     * @param id which
     * @return for the letters about it
     */
    @PlatformTransaction(readOnly = true)
    public Optional<Recovery> find(RecoveryId id) {
        return platform.sql(
                        "SELECT id, user_id, firm_id, attested_by, opens_at FROM platform.factor_recovery WHERE id = ?")
                .param(id.value())
                .query(FactorRecoveries::recovery)
                .optional();
    }

    /**
     * Stops it: somebody still has the account. Nothing is asked of them.
     *
     * @param person whose account it is, signed in
     */
    @PlatformTransaction
    public void stop(UserAccountId person) {
        over(person, "ends_at > :now")
                .ifPresent(one -> tell(one, "recovery.stopped", new RecoveryStopped(one.id())));
    }

    @Override
    @PlatformTransaction(readOnly = true)
    public boolean mayEnter(UserAccountId person) {
        Instant now = clock.instant();
        return of(person).map(Recovery::opens).filter(opens -> !now.isBefore(opens)).isPresent();
    }

    @Override
    @PlatformTransaction
    public boolean enter(UserAccountId person) {
        Optional<Recovery> used = over(person, "ends_at > :now AND opens_at <= :now");
        used.ifPresent(one -> {
            factors.forgetAll(person);
            sessions.endAll(person, SessionEnd.WAY_IN_CHANGED);
            tell(one, "recovery.used", new RecoveryUsed(one.id()));
        });
        return used.isPresent();
    }

    private Optional<Recovery> over(UserAccountId person, String when) {
        return platform.sql(
                        "UPDATE platform.factor_recovery SET over_at = :now WHERE user_id = :person AND over_at IS NULL AND "
                                + when
                                + " RETURNING id, user_id, firm_id, attested_by, opens_at")
                .param("now", Timestamp.from(clock.instant()))
                .param("person", person.value())
                .query(FactorRecoveries::recovery)
                .optional();
    }

    /** What the person themselves has done. */
    private void tell(Recovery one, String act, Event event) {
        audit.recordInFirm(
                one.firm(), one.person(), null, act, Map.of("holder", one.person().toString()));
        outbox.record(event);
    }

    private static Recovery recovery(ResultSet row, int number) throws SQLException {
        Timestamp opens = row.getTimestamp(5);
        return new Recovery(
                new RecoveryId(row.getObject(1, UUID.class)),
                new UserAccountId(row.getObject(2, UUID.class)),
                new FirmId(row.getObject(3, UUID.class)),
                new UserAccountId(row.getObject(4, UUID.class)),
                opens == null ? null : opens.toInstant());
    }
}
