package fr.cloisonne.identity.recovery;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.FactorDoubts;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.recovery.RecoveryRefusedException.Reason;
import fr.cloisonne.identity.registration.Operators;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.LostFactors;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.identity.signin.SecondFactors;
import fr.cloisonne.identity.signin.SessionEnd;
import fr.cloisonne.identity.signin.SessionEnding;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
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

    private final RecoveryRows rows;
    private final RecoverySettings settings;
    private final Habilitations habilitations;
    private final SecondFactors factors;
    private final FactorDoubts doubts;
    private final Operators operators;
    private final SessionEnding sessions;
    private final UserAccounts accounts;
    private final FreshProof proof;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    FactorRecoveries(
            RecoveryRows rows,
            RecoverySettings settings,
            Habilitations habilitations,
            SecondFactors factors,
            FactorDoubts doubts,
            Operators operators,
            SessionEnding sessions,
            UserAccounts accounts,
            FreshProof proof,
            AuditTrail audit,
            Outbox outbox,
            Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.habilitations = habilitations;
        this.factors = factors;
        this.doubts = doubts;
        this.operators = operators;
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
     * @param person a colleague there, or one of the people of a company for which it works
     * @param reason how they made sure
     * @throws RecoveryRefusedException if a rule forbids it
     * @throws ProofNeededException if the administrator has not proven themselves lately
     */
    @PlatformTransaction
    public void attest(UserAccountId by, FirmShortName firm, UserAccountId person, String reason) {
        proof.require(by);
        FirmId id = habilitations.requireInFirm(by, firm, Right.MANAGE_SIGN_IN).id();
        check(by, id, person, reason);
        RecoveryId recovery = new RecoveryId(Uuid7.next());
        String said = reason.strip();
        rows.insert(
                new Recovery(recovery, person, id, by, null, null),
                said.substring(0, Math.min(REASON, said.length())),
                clock.instant().plus(settings.linkLife()));
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
        if (!rows.peopleOf(firm).contains(person)) {
            throw new RecoveryRefusedException(Reason.NOT_A_COLLEAGUE);
        }
        if (!factors.of(person).any()) {
            throw new RecoveryRefusedException(Reason.NO_FACTOR);
        }
        if (operators.contains(person) || doubts.aloneSomewhere(person, firm)) {
            throw new RecoveryRefusedException(Reason.FOR_OPERATORS);
        }
    }

    /**
     * For whom somebody can attest in a firm.
     *
     * @param by needs {@link Right#MANAGE_SIGN_IN} in the firm
     * @param firm the firm
     * @return its people and those of the companies for which it works, by name, without the asker
     */
    @PlatformTransaction(readOnly = true)
    public List<PersonCard> attestable(UserAccountId by, FirmShortName firm) {
        FirmId id = habilitations.requireInFirm(by, firm, Right.MANAGE_SIGN_IN).id();
        return accounts.cards(rows.peopleOf(id)).values().stream()
                .filter(one -> !one.id().equals(by))
                .sorted(Comparator.comparing(one -> one.name().display()))
                .toList();
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
        rows.link(recovery, RecoveryLink.hash(link));
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
        Instant opens = clock.instant().plus(settings.delay());
        Optional<Recovery> begun =
                rows.begin(RecoveryLink.hash(link), opens, opens.plus(settings.window()));
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
        return rows.of(person);
    }

    /**
     * A way back in, whatever has become of it.
     *
     * @param id which
     * @return for the letters about it
     */
    @PlatformTransaction(readOnly = true)
    public Optional<Recovery> find(RecoveryId id) {
        return rows.find(id);
    }

    /**
     * Stops it: somebody still has the account. Nothing is asked of them.
     *
     * @param person whose account it is, signed in
     */
    @PlatformTransaction
    public void stop(UserAccountId person) {
        rows.stop(person)
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
        Optional<Recovery> used = rows.use(person);
        used.ifPresent(one -> {
            factors.forgetAll(person);
            doubts.begin(person, one.firm());
            sessions.endAll(person, SessionEnd.WAY_IN_CHANGED);
            tell(one, "recovery.used", new RecoveryUsed(one.id()));
        });
        return used.isPresent();
    }

    /** What the person themselves has done; each of their firms has it on record. */
    private void tell(Recovery one, String act, Event event) {
        Map<String, String> details = Map.of("holder", one.person().toString());
        doubts.firmsOf(one.person())
                .forEach(firm -> audit.recordInFirm(firm, one.person(), act, details));
        if (one.firm() == null) {
            audit.recordInService(one.person(), act, details);
        }
        outbox.record(event);
    }
}
