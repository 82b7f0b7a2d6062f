package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.signin.FactorDemands;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Of whom each firm asks a second factor: of its administrators at the least. Who is asked and has
 * none holds nothing in that firm until they have one; their other firms are not concerned.
 */
@Component
public class FactorRules implements FactorDemands {

    private static final String OF_PERSON =
            """
            SELECT firm.id FROM (
              SELECT firm_id AS id FROM platform.firm_member
                WHERE user_id = :person AND suspended_at IS NULL
              UNION SELECT h.firm_id FROM platform.habilitation h
                WHERE h.holder_id = :person AND h.revoked_at IS NULL
                  AND (h.last_day IS NULL OR h.last_day >= :today) AND %s
              UNION SELECT t.firm_id FROM platform.delegation d
                JOIN platform.delegation_part t ON t.delegation_id = d.id
                WHERE d.holder_id = :person AND d.revoked_at IS NULL
                  AND :today BETWEEN d.first_day AND d.last_day AND %s) firm
            WHERE %s OR %s
            """
                    .formatted(
                            Grants.ACTIVE.formatted("h", "h.holder_id"),
                            Grants.ACTIVE.formatted("t", "d.holder_id"),
                            FactorConditions.OWED,
                            FactorConditions.asked("firm.id"));

    private final JdbcClient platform;
    private final Habilitations habilitations;
    private final FreshProof proof;
    private final LeastDemand least;
    private final BreakGlass breakGlass;
    private final Administrators administrators;
    private final Firms firms;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    FactorRules(
            @Qualifier("platformJdbc") JdbcClient platform,
            Habilitations habilitations,
            FreshProof proof,
            LeastDemand least,
            BreakGlass breakGlass,
            Administrators administrators,
            Firms firms,
            AuditTrail audit,
            Outbox outbox,
            Clock clock) {
        this.platform = platform;
        this.habilitations = habilitations;
        this.proof = proof;
        this.least = least;
        this.breakGlass = breakGlass;
        this.administrators = administrators;
        this.firms = firms;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What a firm asks.
     *
     * @param firm the firm
     * @return the least that it may ask, unless it has said otherwise
     */
    @PlatformTransaction(readOnly = true)
    public FactorRule of(FirmId firm) {
        return platform.sql("SELECT asked_of FROM platform.factor_rule WHERE firm_id = ?")
                .param(firm.value())
                .query((row, n) -> FactorRule.valueOf(row.getString(1)))
                .optional()
                .orElse(choices().getFirst());
    }

    /**
     * What a firm may ask.
     *
     * @return the least first
     */
    public List<FactorRule> choices() {
        return least.ofAdministrators()
                ? List.of(FactorRule.ADMINISTRATORS, FactorRule.EVERYBODY)
                : List.of(FactorRule.values());
    }

    /**
     * Changes what a firm asks.
     *
     * @param by who may say how people sign in there
     * @param firm the firm
     * @param rule of whom a second factor is asked from now on
     * @throws IllegalArgumentException if it is less than a firm may ask
     * @throws OwnFactorMissingException if one is asked of others by who has none
     * @throws ProofNeededException if the person has not proven themselves lately
     */
    @PlatformTransaction
    public void change(UserAccountId by, FirmShortName firm, FactorRule rule) {
        proof.require(by);
        FirmId id = habilitations.requireInFirm(by, firm, Right.MANAGE_SIGN_IN).id();
        if (!choices().contains(rule)) {
            throw new IllegalArgumentException("Less than a firm may ask: " + rule);
        }
        if (rule != FactorRule.NOBODY && !hasFactor(by)) {
            throw new OwnFactorMissingException();
        }
        administrators.lock(id);
        platform.sql("DELETE FROM platform.factor_rule WHERE firm_id = ?")
                .param(id.value())
                .update();
        if (rule != FactorRule.NOBODY) {
            platform.sql("INSERT INTO platform.factor_rule (firm_id, asked_of) VALUES (?, ?)")
                    .params(id.value(), rule.name())
                    .update();
        }
        audit.recordUse(id, by, Right.MANAGE_SIGN_IN, "factor.rule." + rule.name(), Map.of());
        outbox.record(new FactorRuleChanged(id, rule));
    }

    /**
     * The firms that a person cannot enter until they have a second factor.
     *
     * @param person who
     * @return by name
     */
    @PlatformTransaction(readOnly = true)
    public List<FirmCard> waitingFor(UserAccountId person) {
        return hasFactor(person) ? List.of() : firms.cards(asking(person));
    }

    /**
     * How many people of a firm have no second factor yet.
     *
     * @param firm the firm
     * @return a number to show before one is asked of them
     */
    @PlatformTransaction(readOnly = true)
    public int without(FirmId firm) {
        return platform.sql(
                        "SELECT count(*) FROM platform.firm_member m WHERE m.firm_id = ? AND m.suspended_at IS NULL AND NOT "
                                + FactorConditions.HAS_FACTOR.formatted("m.user_id"))
                .param(firm.value())
                .query(Integer.class)
                .single();
    }

    @Override
    @PlatformTransaction(readOnly = true)
    public boolean lacks(UserAccountId person) {
        return (!hasFactor(person) && !asking(person).isEmpty())
                || breakGlass.countingOn(person).stream()
                        .anyMatch(firm -> !breakGlass.able(firm).contains(person));
    }

    @Override
    public void lost(UserAccountId person) {
        breakGlass.countingOn(person).stream()
                .filter(firm -> breakGlass.able(firm).size() < BreakGlass.LEAST)
                .forEach(firm -> outbox.record(new BreakGlassShort(firm)));
    }

    @Override
    public void gained(UserAccountId person) {
        platform.sql("DELETE FROM platform.factor_owed WHERE user_id = ?")
                .param(person.value())
                .update();
    }

    private List<FirmId> asking(UserAccountId person) {
        return platform.sql(OF_PERSON)
                .param("person", person.value())
                .param("today", LocalDate.now(clock))
                .param("mandatory", least.ofAdministrators())
                .query((row, n) -> new FirmId(row.getObject(1, UUID.class)))
                .list();
    }

    private boolean hasFactor(UserAccountId person) {
        return platform.sql("SELECT " + FactorConditions.HAS_FACTOR.formatted(":person"))
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }
}
