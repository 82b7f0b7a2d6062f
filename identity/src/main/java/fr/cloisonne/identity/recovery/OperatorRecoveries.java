package fr.cloisonne.identity.recovery;

import static java.util.Objects.requireNonNull;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.FactorDoubts;
import fr.cloisonne.identity.recovery.RecoveryRefusedException.Reason;
import fr.cloisonne.identity.recovery.RecoveryRows.Attested;
import fr.cloisonne.identity.registration.NotAnOperatorException;
import fr.cloisonne.identity.registration.Operators;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.identity.signin.SecondFactors;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Lets somebody in again for whom no firm can speak: an operator, or whoever administers a firm
 * alone. One operator attests who they are, another confirms; the rest is as for anybody.
 */
@Component
public class OperatorRecoveries {

    /** Longest reason. */
    public static final int REASON = 500;

    private final RecoveryRows rows;
    private final RecoverySettings settings;
    private final Operators operators;
    private final FactorDoubts doubts;
    private final SecondFactors factors;
    private final UserAccounts accounts;
    private final FreshProof proof;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    OperatorRecoveries(
            RecoveryRows rows,
            RecoverySettings settings,
            Operators operators,
            FactorDoubts doubts,
            SecondFactors factors,
            UserAccounts accounts,
            FreshProof proof,
            AuditTrail audit,
            Outbox outbox,
            Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.operators = operators;
        this.doubts = doubts;
        this.factors = factors;
        this.accounts = accounts;
        this.proof = proof;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Those under way.
     *
     * @param operator who asks
     * @return the oldest first
     * @throws NotAnOperatorException if that is nobody's business of theirs
     */
    @PlatformTransaction(readOnly = true)
    public List<OperatorRecovery> underWay(UserAccountId operator) {
        operators.require(operator);
        List<Attested> all = rows.byOperators();
        var people =
                accounts.cards(
                        all.stream()
                                .flatMap(one ->
                                        Stream.of(
                                                one.recovery().person(),
                                                one.recovery().attestedBy()))
                                .toList());
        return all.stream()
                .map(one ->
                        new OperatorRecovery(
                                one.recovery(),
                                requireNonNull(people.get(one.recovery().person())),
                                requireNonNull(people.get(one.recovery().attestedBy())),
                                one.reason(),
                                one.at()))
                .toList();
    }

    /**
     * The first act: an operator attests who somebody is.
     *
     * @param operator who attests
     * @param email the address of their account
     * @param reason how they made sure, on which document
     * @throws RecoveryRefusedException if a rule forbids it
     * @throws NotAnOperatorException if they may not
     * @throws ProofNeededException if they have not proven themselves lately
     */
    @PlatformTransaction
    public void attest(UserAccountId operator, EmailAddress email, String reason) {
        operators.require(operator);
        proof.require(operator);
        if (reason.isBlank()) {
            throw new RecoveryRefusedException(Reason.NO_REASON);
        }
        UserAccountId person =
                accounts.byKey(email.key())
                        .filter(this::isForOperators)
                        .orElseThrow(() -> new RecoveryRefusedException(Reason.NOT_FOR_OPERATORS));
        if (person.equals(operator)) {
            throw new RecoveryRefusedException(Reason.ONESELF);
        }
        if (!factors.of(person).any()) {
            throw new RecoveryRefusedException(Reason.NO_FACTOR);
        }
        String said = reason.strip();
        rows.insert(
                new Recovery(new RecoveryId(Uuid7.next()), person, null, operator, null, null),
                said.substring(0, Math.min(REASON, said.length())),
                clock.instant().plus(settings.window()));
        record(operator, person, "recovery.attested");
    }

    /** Of any other address operators learn nothing. */
    private boolean isForOperators(UserAccountId person) {
        return operators.contains(person) || doubts.aloneSomewhere(person, null);
    }

    /**
     * The second act: another operator confirms, and the person gets their link.
     *
     * @param operator who confirms
     * @param id which
     * @throws RecoveryRefusedException if a rule forbids it
     * @throws NotAnOperatorException if they may not
     * @throws ProofNeededException if they have not proven themselves lately
     */
    @PlatformTransaction
    public void confirm(UserAccountId operator, RecoveryId id) {
        operators.require(operator);
        proof.require(operator);
        Recovery one =
                rows.find(id)
                        .filter(recovery -> recovery.firm() == null)
                        .orElseThrow(() -> new RecoveryRefusedException(Reason.CHANGED_MEANWHILE));
        if (one.attestedBy().equals(operator)) {
            throw new RecoveryRefusedException(Reason.SAME_OPERATOR);
        }
        if (one.person().equals(operator)) {
            throw new RecoveryRefusedException(Reason.ONESELF);
        }
        if (!isForOperators(one.person())
                || !rows.confirm(id, operator, clock.instant().plus(settings.linkLife()))) {
            throw new RecoveryRefusedException(Reason.CHANGED_MEANWHILE);
        }
        record(operator, one.person(), "recovery.seconded");
        outbox.record(new RecoveryAttested(id));
    }

    /** In the service's chain, and in those of the person's firms. */
    private void record(UserAccountId operator, UserAccountId person, String act) {
        Map<String, String> details = Map.of("holder", person.toString());
        audit.recordInService(operator, act, details);
        doubts.firmsOf(person).forEach(firm -> audit.recordInFirm(firm, operator, act, details));
    }
}
