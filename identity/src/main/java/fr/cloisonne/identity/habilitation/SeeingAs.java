package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * « Voir comme »: an administrator sees which companies, pages and acts a colleague of the firm
 * has, as far as they are the administrator's own too. Nothing can be done meanwhile, by {@link
 * HabilitationGuard} and by the gate of the audit trail; it ends by a click, or by itself.
 */
@Component
public class SeeingAs {

    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final SeeingRows rows;
    private final Habilitations habilitations;
    private final Administrators administrators;
    private final GivingRules rules;
    private final UserAccounts accounts;
    private final AuditTrail audit;
    private final Refusing refusing;
    private final Clock clock;

    SeeingAs(
            SeeingRows rows,
            Habilitations habilitations,
            Administrators administrators,
            GivingRules rules,
            UserAccounts accounts,
            AuditTrail audit,
            Refusing refusing,
            Clock clock) {
        this.rows = rows;
        this.habilitations = habilitations;
        this.administrators = administrators;
        this.rules = rules;
        this.accounts = accounts;
        this.audit = audit;
        this.refusing = refusing;
        this.clock = clock;
    }

    /**
     * With whose eyes a person sees at this moment.
     *
     * @param person who
     * @return the colleague, if it is not with their own
     */
    @PlatformTransaction(readOnly = true)
    public Optional<PersonCard> now(UserAccountId person) {
        return rows.of(person).map(seen -> accounts.card(seen.colleague()));
    }

    /**
     * With whose eyes an administrator could see.
     *
     * @param administrator a permanent administrator of the firm
     * @param firm the firm
     * @return the firm's other people, by name
     */
    @PlatformTransaction(readOnly = true)
    public List<PersonCard> colleagues(UserAccountId administrator, FirmShortName firm) {
        FirmCard card = required(administrator, firm);
        return accounts.colleaguesOf(card.id()).stream()
                .filter(person -> !person.id().equals(administrator))
                .toList();
    }

    /**
     * Begins.
     *
     * @param administrator a permanent administrator of the firm
     * @param firm the firm
     * @param colleague one of the firm's people
     * @throws DelegationRefusedException for anybody outside the firm
     */
    @PlatformTransaction
    public void begin(UserAccountId administrator, FirmShortName firm, UserAccountId colleague) {
        FirmCard card = required(administrator, firm);
        if (administrator.equals(colleague)) {
            throw new DelegationRefusedException(Reason.TO_ONESELF);
        }
        rules.requireColleagues(
                card.id(), List.of(colleague), List.of(new Scope.WholeFirm(card.id())));
        audit.recordUse(
                card.id(),
                administrator,
                Right.DELEGATE,
                "seeing.begun",
                Map.of("holder", colleague.toString()));
        rows.put(administrator, new Seen(colleague, card.id(), clock.instant().plus(LONGEST)));
    }

    /**
     * Leaves; nothing happens where it is over already.
     *
     * @param person who
     */
    @PlatformTransaction
    public void end(UserAccountId person) {
        rows.of(person)
                .ifPresent(seen -> {
                    rows.remove(person);
                    audit.recordInFirm(
                            seen.firm(),
                            person,
                            "seeing.ended",
                            Map.of("holder", seen.colleague().toString()));
                });
    }

    private FirmCard required(UserAccountId administrator, FirmShortName firm) {
        FirmCard card = habilitations.requireInFirm(administrator, firm, Right.DELEGATE);
        if (!administrators.of(card.id()).contains(administrator)) {
            throw refusing.missing(administrator, new Scope.WholeFirm(card.id()), Right.DELEGATE);
        }
        return card;
    }
}
