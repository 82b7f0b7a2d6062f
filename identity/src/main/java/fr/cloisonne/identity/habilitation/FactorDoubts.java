package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * The firms in which a person holds nothing for now, since another firm has let them in without the
 * factors that they had: each firm makes sure by itself who they are.
 */
@Component
public class FactorDoubts {

    private static final String FIRMS =
            """
            SELECT firm_id FROM platform.firm_member WHERE user_id = :person
            UNION SELECT firm_id FROM platform.habilitation
              WHERE holder_id = :person AND revoked_at IS NULL
            UNION SELECT firm_id FROM platform.delegation
              WHERE holder_id = :person AND revoked_at IS NULL AND ended_at IS NULL
            ORDER BY firm_id
            """;

    private final JdbcClient platform;
    private final Habilitations habilitations;
    private final Administrators administrators;
    private final UserAccounts accounts;
    private final Firms firms;
    private final FreshProof proof;
    private final AuditTrail audit;
    private final Clock clock;

    FactorDoubts(
            @Qualifier("platformJdbc") JdbcClient platform,
            Habilitations habilitations,
            Administrators administrators,
            UserAccounts accounts,
            Firms firms,
            FreshProof proof,
            AuditTrail audit,
            Clock clock) {
        this.platform = platform;
        this.habilitations = habilitations;
        this.administrators = administrators;
        this.accounts = accounts;
        this.firms = firms;
        this.proof = proof;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The firms that the loss of a person's factors concerns.
     *
     * @param person who
     * @return those where they belong, hold or are lent anything
     */
    @PlatformTransaction(readOnly = true)
    public List<FirmId> firmsOf(UserAccountId person) {
        return platform.sql(FIRMS)
                .param("person", person.value())
                .query((row, n) -> new FirmId(row.getObject(1, UUID.class)))
                .list();
    }

    /**
     * Whether nobody but a person could say in one of their firms who they are.
     *
     * @param person who
     * @param except a firm that is not looked at; null for none
     * @return true for the only administrator of another firm who can act
     */
    @PlatformTransaction(readOnly = true)
    public boolean aloneSomewhere(UserAccountId person, @Nullable FirmId except) {
        return firmsOf(person).stream()
                .filter(firm -> !firm.equals(except))
                .anyMatch(firm ->
                        administrators.contains(firm, person)
                                && administrators.of(firm).stream().allMatch(person::equals));
    }

    /**
     * A person has come in without the factors that they had: they owe another, and it counts in
     * the firm that let them in.
     *
     * @param person who
     * @param attesting that firm; null where it counts everywhere
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public void begin(UserAccountId person, @Nullable FirmId attesting) {
        Timestamp now = Timestamp.from(clock.instant());
        platform.sql(
                        "INSERT INTO platform.factor_owed (user_id, since) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(person.value(), now)
                .update();
        // Whoever attests is sure; two operators speak for all firms.
        platform.sql("DELETE FROM platform.factor_doubt WHERE user_id = ?")
                .param(person.value())
                .update();
        if (attesting != null) {
            firmsOf(person).stream()
                    .filter(firm -> !firm.equals(attesting))
                    .forEach(firm -> doubt(person, firm, now));
        }
    }

    private void doubt(UserAccountId person, FirmId firm, Timestamp now) {
        platform.sql("INSERT INTO platform.factor_doubt (user_id, firm_id, since) VALUES (?, ?, ?)")
                .params(person.value(), firm.value(), now)
                .update();
    }

    /**
     * The firms that are closed to a person until they have made sure.
     *
     * @param person who
     * @return by name
     */
    @PlatformTransaction(readOnly = true)
    public List<FirmCard> of(UserAccountId person) {
        return firms.cards(
                platform.sql("SELECT firm_id FROM platform.factor_doubt WHERE user_id = ?")
                        .param(person.value())
                        .query((row, n) -> new FirmId(row.getObject(1, UUID.class)))
                        .list());
    }

    /**
     * Of whom a firm has to make sure.
     *
     * @param by needs {@link Right#MANAGE_SIGN_IN} in the firm
     * @param firm the firm
     * @return by name
     */
    @PlatformTransaction(readOnly = true)
    public List<PersonCard> waiting(UserAccountId by, FirmShortName firm) {
        FirmCard card = habilitations.requireInFirm(by, firm, Right.MANAGE_SIGN_IN);
        List<UserAccountId> people =
                platform.sql("SELECT user_id FROM platform.factor_doubt WHERE firm_id = ?")
                        .param(card.id().value())
                        .query((row, n) -> new UserAccountId(row.getObject(1, UUID.class)))
                        .list();
        return accounts.cards(people).values().stream()
                .sorted(Comparator.comparing(one -> one.name().display()))
                .toList();
    }

    /**
     * A firm has made sure: the person's factors count there again.
     *
     * @param by needs {@link Right#MANAGE_SIGN_IN} in the firm
     * @param firm the firm
     * @param person who
     * @throws ProofNeededException if the administrator has not proven themselves lately
     * @throws NoSuchCompanyException if the firm has no doubt about them
     */
    @PlatformTransaction
    public void settle(UserAccountId by, FirmShortName firm, UserAccountId person) {
        proof.require(by);
        FirmId id = habilitations.requireInFirm(by, firm, Right.MANAGE_SIGN_IN).id();
        int settled =
                platform.sql("DELETE FROM platform.factor_doubt WHERE user_id = ? AND firm_id = ?")
                        .params(person.value(), id.value())
                        .update();
        if (settled == 0) {
            throw new NoSuchCompanyException();
        }
        audit.recordUse(
                id,
                by,
                Right.MANAGE_SIGN_IN,
                "recovery.confirmed",
                Map.of("holder", person.toString()));
    }
}
