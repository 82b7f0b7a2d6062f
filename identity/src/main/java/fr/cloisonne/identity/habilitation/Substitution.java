package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.identity.habilitation.SubstituteRows.Line;
import fr.cloisonne.identity.habilitation.SubstitutionChanged.Step;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Provisional administration by the firm's own rule: an administrator names a substitute, who
 * accepts beforehand. When death or incapacity strikes, the substitute says so; the administrators
 * are told, and unless one of them refuses within the notice, the substitute administers the firm
 * for three months, which can be prolonged once. It leans on nobody's account, and does not count
 * among the administrators that a firm must keep.
 */
@Component
@EnableConfigurationProperties(ProvisionalSettings.class)
public class Substitution {

    static final int MONTHS = 3;

    private final SubstituteRows rows;
    private final Administrators administrators;
    private final Habilitations habilitations;
    private final GivingRules rules;
    private final FreshProof proof;
    private final AuditTrail audit;
    private final Refusing refusing;
    private final Outbox outbox;
    private final ProvisionalSettings settings;
    private final Clock clock;

    Substitution(
            SubstituteRows rows,
            Administrators administrators,
            Habilitations habilitations,
            GivingRules rules,
            FreshProof proof,
            AuditTrail audit,
            Refusing refusing,
            Outbox outbox,
            ProvisionalSettings settings,
            Clock clock) {
        this.rows = rows;
        this.administrators = administrators;
        this.habilitations = habilitations;
        this.rules = rules;
        this.proof = proof;
        this.audit = audit;
        this.refusing = refusing;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Names the firm's substitute, in the place of the one before.
     *
     * @param by a permanent administrator
     * @param firm the firm
     * @param person one of the firm's people who is no administrator
     * @throws DelegationRefusedException if a rule forbids it
     * @throws ProofNeededException if the administrator has not proven themselves lately
     */
    @PlatformTransaction
    public void name(UserAccountId by, FirmShortName firm, UserAccountId person) {
        FirmId id = permanent(by, firm);
        proof.require(by);
        rules.requireColleagues(id, List.of(person), List.of(new Scope.WholeFirm(id)));
        if (administrators.contains(id, person)) {
            throw new DelegationRefusedException(Reason.ALREADY_THERE);
        }
        rows.of(id).ifPresent(before -> over(by, before));
        rows.insert(Uuid7.next(), id, person, by, by, now());
        tell(id, by, person, "substitute.named", Step.NAMED);
    }

    /**
     * Takes the naming back, refuses a claim for good, or ends a provisional administration.
     *
     * @param by a permanent administrator, or the substitute
     * @param firm the firm
     * @throws DelegationRefusedException if there is none
     */
    @PlatformTransaction
    public void end(UserAccountId by, FirmShortName firm) {
        FirmId id = habilitations.requireVouched(by, firm).id();
        Optional<Line> line = rows.of(id);
        if (line.filter(one -> one.person().equals(by)).isEmpty()) {
            permanent(by, firm);
        }
        over(by, line.orElseThrow(() -> new DelegationRefusedException(Reason.NOT_FOUND)));
    }

    private void over(UserAccountId by, Line line) {
        rows.end(line.id(), now());
        tell(
                line.firm(),
                by,
                line.person(),
                "substitute.ended",
                line.effective() != null && !line.begun() ? Step.REFUSED : Step.ENDED);
    }

    /**
     * Accepts to be the substitute, beforehand.
     *
     * @param person who was named
     * @param firm the firm
     * @throws DelegationRefusedException if they were not
     */
    @PlatformTransaction
    public void accept(UserAccountId person, FirmShortName firm) {
        Line line = own(person, firm);
        if (!line.accepted()) {
            rows.accept(line.id(), now());
            record(line.firm(), person, person, "substitute.accepted");
        }
    }

    /**
     * Says that the day has come: the notice begins to run.
     *
     * @param person the substitute, who has accepted beforehand
     * @param firm the firm
     * @param reason what has happened, and what proves it
     * @throws DelegationRefusedException if they have not accepted, or have claimed already
     * @throws ProofNeededException if they have not proven themselves lately
     */
    @PlatformTransaction
    public void claim(UserAccountId person, FirmShortName firm, String reason) {
        Line line = own(person, firm);
        proof.require(person);
        if (!line.accepted() || line.effective() != null) {
            throw new DelegationRefusedException(Reason.CHANGED_MEANWHILE);
        }
        String words = reason.strip();
        if (words.isEmpty()) {
            throw new DelegationRefusedException(Reason.REASON_MISSING);
        }
        rows.claim(
                line.id(),
                now().plus(settings.notice()),
                words.substring(0, Math.min(500, words.length())));
        tell(line.firm(), person, person, "substitute.claimed", Step.CLAIMED);
    }

    /**
     * Prolongs the provisional administration by three months, once.
     *
     * @param person the substitute
     * @param firm the firm
     * @throws DelegationRefusedException if it has not begun, or was prolonged already
     * @throws ProofNeededException if they have not proven themselves lately
     */
    @PlatformTransaction
    public void renew(UserAccountId person, FirmShortName firm) {
        Line line = own(person, firm);
        proof.require(person);
        LocalDate last = line.last();
        if (last == null || line.renewed() || LocalDate.now(clock).isAfter(last)) {
            throw new DelegationRefusedException(Reason.CHANGED_MEANWHILE);
        }
        rows.renew(line.id(), last.plusMonths(MONTHS), now());
        tell(line.firm(), person, person, "substitute.renewed", Step.RENEWED);
    }

    private FirmId permanent(UserAccountId by, FirmShortName firm) {
        FirmId id = habilitations.requireInFirm(by, firm, Right.DELEGATE).id();
        administrators.lock(id);
        if (!administrators.of(id).contains(by)) {
            throw refusing.missing(by, new Scope.WholeFirm(id), Right.DELEGATE);
        }
        return id;
    }

    private Line own(UserAccountId person, FirmShortName firm) {
        FirmId id = habilitations.requireVouched(person, firm).id();
        administrators.lock(id);
        return rows.of(id)
                .filter(line -> line.person().equals(person))
                .orElseThrow(NoSuchCompanyException::new);
    }

    private void tell(FirmId firm, UserAccountId by, UserAccountId person, String act, Step step) {
        record(firm, by, person, act);
        outbox.record(new SubstitutionChanged(firm, person, step));
    }

    private void record(FirmId firm, UserAccountId by, UserAccountId person, String act) {
        audit.recordInFirm(firm, by, act, Map.of("holder", person.toString()));
    }

    private Instant now() {
        return clock.instant();
    }
}
