package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.identity.habilitation.LoanParts.Part;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Holiday hand-over: one act lends a colleague what a person holds themselves in a firm, for the
 * days they are away. It is a delegation like any other, and ends like one.
 */
@Component
public class Absences {

    private static final String COLLEAGUES =
            """
            SELECT m.user_id FROM platform.firm_member m
            WHERE m.firm_id = ? AND m.user_id <> ? AND m.suspended_at IS NULL
            """;

    private final JdbcClient platform;
    private final FreshProof proof;
    private final AbsenceParts portions;
    private final GivingRules rules;
    private final Delegation delegation;
    private final LoanParts parts;
    private final Administrators administrators;
    private final UserAccounts accounts;
    private final Habilitations habilitations;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final AbsenceLines lines;

    Absences(
            @Qualifier("platformJdbc") JdbcClient platform,
            FreshProof proof,
            AbsenceParts portions,
            GivingRules rules,
            Delegation delegation,
            LoanParts parts,
            Administrators administrators,
            UserAccounts accounts,
            Habilitations habilitations,
            AuditTrail audit,
            Outbox outbox,
            AbsenceLines lines) {
        this.platform = platform;
        this.proof = proof;
        this.portions = portions;
        this.rules = rules;
        this.delegation = delegation;
        this.parts = parts;
        this.administrators = administrators;
        this.accounts = accounts;
        this.habilitations = habilitations;
        this.audit = audit;
        this.outbox = outbox;
        this.lines = lines;
    }

    /**
     * The firms of which a person is one of the people, and for which their session speaks.
     *
     * @param person who
     * @return their firms
     */
    @PlatformTransaction(readOnly = true)
    public List<FirmCard> firms(UserAccountId person) {
        return habilitations.membershipsOf(person);
    }

    /**
     * Who could stand in.
     *
     * @param person who goes away
     * @param firm one of their firms
     * @return by name
     */
    @PlatformTransaction(readOnly = true)
    public List<PersonCard> colleagues(UserAccountId person, FirmShortName firm) {
        FirmId id = habilitations.requireMember(person, firm).id();
        List<UserAccountId> ids =
                platform.sql(COLLEAGUES)
                        .params(id.value(), person.value())
                        .query((row, n) -> new UserAccountId(row.getObject(1, UUID.class)))
                        .list();
        return accounts.cards(ids).values().stream()
                .sorted(Comparator.comparing(card -> card.name().display()))
                .toList();
    }

    /**
     * What could be handed over.
     *
     * @param person who goes away
     * @param firm one of their firms
     * @return the companies in which they hold anything by themselves, by name
     */
    @PlatformTransaction(readOnly = true)
    public List<ClientCompanyCard> portfolio(UserAccountId person, FirmShortName firm) {
        return portions.portfolio(person, habilitations.requireMember(person, firm).id());
    }

    /**
     * Whether a person could lend the firm's administration.
     *
     * @param person who goes away
     * @param firm one of their firms
     * @return true for a permanent administrator
     */
    @PlatformTransaction(readOnly = true)
    public boolean administers(UserAccountId person, FirmShortName firm) {
        return administrators.of(habilitations.requireMember(person, firm).id()).contains(person);
    }

    /**
     * Hands over for some days.
     *
     * @param person who goes away
     * @param firm one of their firms
     * @param wish what, to whom, from when until when
     * @return the delegation that this makes
     * @throws DelegationRefusedException if a rule forbids it
     * @throws ProofNeededException if the person has not proven themselves lately
     */
    @PlatformTransaction
    public DelegationId begin(UserAccountId person, FirmShortName firm, AbsenceWish wish) {
        FirmId id = habilitations.requireMember(person, firm).id();
        UserAccountId to = wish.substitute();
        if (person.equals(to)) {
            throw new DelegationRefusedException(Reason.TO_ONESELF);
        }
        proof.require(person);
        rules.requireColleagues(id, List.of(person, to), List.of(new Scope.WholeFirm(id)));
        Set<Part> lent = portions.of(person, id, wish);
        if (lent.isEmpty()) {
            throw new DelegationRefusedException(Reason.NOTHING_HELD);
        }
        DelegationId given =
                delegation.insert(person, to, id, wish.first(), wish.last(), wish.reason());
        parts.insert(given, id, List.copyOf(lent));
        audit.recordInFirm(
                id,
                person,
                "absence.begun",
                Map.of(
                        "delegation", given.toString(),
                        "holder", to.toString(),
                        "first", wish.first().toString(),
                        "last", wish.last().toString(),
                        "scope", scope(wish),
                        "parts", Integer.toString(lent.size())));
        outbox.record(new DelegationGranted(given));
        return given;
    }

    private static String scope(AbsenceWish wish) {
        if (!wish.companies().isEmpty()) {
            return "chosen";
        }
        return wish.later() ? "whole-and-later" : "whole";
    }

    /**
     * Times away that a person has handed over, the latest first.
     *
     * @param person who was, is or will be away
     * @param firm one of their firms
     * @return the last fifty
     */
    @PlatformTransaction(readOnly = true)
    public List<AbsenceLine> given(UserAccountId person, FirmShortName firm) {
        return lines.given(person, habilitations.requireMember(person, firm).id());
    }

    /**
     * Times away of colleagues for whom a person stands in, the latest first.
     *
     * @param person who stands in
     * @param firm one of their firms
     * @return the last fifty
     */
    @PlatformTransaction(readOnly = true)
    public List<AbsenceLine> received(UserAccountId person, FirmShortName firm) {
        return lines.received(person, habilitations.requireMember(person, firm).id());
    }
}
