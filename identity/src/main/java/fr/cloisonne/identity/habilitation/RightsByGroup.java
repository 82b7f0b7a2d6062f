package fr.cloisonne.identity.habilitation;

import static java.util.Objects.requireNonNull;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Habilitations that a person holds because of the groups they are in: given and taken with the
 * group, beside those that people gave, which no group touches.
 */
@Component
public class RightsByGroup {

    private static final Set<Right> OVER_RIGHTS = Set.of(Right.DELEGATE, Right.MANAGE_SIGN_IN);

    private static final String HELD =
            """
            SELECT h.id, h.firm_id, h.tenant_id, h.portfolio_id, h.profile
            FROM platform.habilitation h
            JOIN platform.provisioned_habilitation p ON p.habilitation_id = h.id
            WHERE h.firm_id = ? AND h.holder_id = ? AND h.revoked_at IS NULL
            """;

    private final JdbcClient platform;
    private final Habilitations habilitations;
    private final Profiles profiles;
    private final GivingRules rules;
    private final Administrators administrators;
    private final FreshProof proof;
    private final AuditTrail audit;
    private final Outbox outbox;

    RightsByGroup(
            @Qualifier("platformJdbc") JdbcClient platform,
            Habilitations habilitations,
            Profiles profiles,
            GivingRules rules,
            Administrators administrators,
            FreshProof proof,
            AuditTrail audit,
            Outbox outbox) {
        this.platform = platform;
        this.habilitations = habilitations;
        this.profiles = profiles;
        this.rules = rules;
        this.administrators = administrators;
        this.proof = proof;
        this.audit = audit;
        this.outbox = outbox;
    }

    /**
     * What whoever is in a group holds.
     *
     * @param scope where
     * @param profile what
     */
    public record Given(Scope scope, Profile profile) implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    /**
     * The firm, for one who may say what its groups give.
     *
     * @param by who; needs {@link Right#DELEGATE} in the firm and a fresh proof
     * @param firm the firm
     * @return the firm
     */
    public FirmCard requireMaySay(UserAccountId by, FirmShortName firm) {
        FirmCard card = habilitations.requireInFirm(by, firm, Right.DELEGATE);
        proof.require(by);
        return card;
    }

    /**
     * Lets a person give something by a group who could give it by hand.
     *
     * @param by who
     * @param given what and where
     * @return whether it is power over rights, for which a group must be armed
     * @throws DelegationRefusedException if it is not theirs to give
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public boolean requireMayGive(UserAccountId by, Given given) {
        ProfileSheet sheet = profiles.held(given.scope().firm(), given.profile());
        OwnRights own = rules.own(by, given.scope().firm());
        GivingRules.requireGiver(own, given.scope(), Right.DELEGATE, sheet.rights());
        // They may be in the group themselves, or come to be.
        GivingRules.requireNoGain(own, given.scope(), sheet.rights());
        rules.requirePlaces(given.scope().firm(), List.of(given.scope()));
        return isOverRights(sheet);
    }

    /**
     * Lets a person take something from a group who could take it by hand.
     *
     * @param by who
     * @param given what and where; the profile and the portfolio may be gone
     * @throws DelegationRefusedException if it is not theirs to take
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public void requireMayTake(UserAccountId by, Given given) {
        Set<Right> taken =
                platform.sql("SELECT rights FROM platform.profile WHERE code = ?")
                        .param(given.profile().code())
                        .query((row, n) -> StoredRights.read(row.getArray(1)))
                        .single();
        rules.requireGiver(by, given.scope(), Right.DELEGATE, taken);
    }

    private static boolean isOverRights(ProfileSheet sheet) {
        return sheet.rights().stream().anyMatch(OVER_RIGHTS::contains);
    }

    /**
     * Makes a person hold by groups just this.
     *
     * @param firm where
     * @param holder who
     * @param wanted by groups that are not armed, and by groups that are
     * @param because ids and codes for the audit trail
     * @throws DelegationRefusedException if the firm would be without an administrator
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public void settle(
            FirmId firm, UserAccountId holder, Wanted wanted, Map<String, String> because) {
        Set<Given> due = new HashSet<>(wanted.armed());
        due.addAll(withoutPower(firm, wanted.plain()));
        platform.sql(HELD)
                .params(firm.value(), holder.value())
                .query((row, n) -> held(row))
                .list()
                .forEach(held -> {
                    if (!due.remove(held.given())) {
                        take(held, holder, because);
                    }
                });
        due.forEach(given -> give(given, holder, because));
    }

    /**
     * What groups give.
     *
     * @param plain by groups that are not armed
     * @param armed by groups that may give power over rights
     */
    public record Wanted(Collection<Given> plain, Collection<Given> armed) {}

    /** A profile may have grown since its group was told to give it. */
    private List<Given> withoutPower(FirmId firm, Collection<Given> plain) {
        if (plain.isEmpty()) {
            return List.of();
        }
        var sheets = profiles.held(firm, plain.stream().map(Given::profile).distinct().toList());
        return plain.stream()
                .filter(given -> !isOverRights(requireNonNull(sheets.get(given.profile()))))
                .toList();
    }

    private record Held(HabilitationId id, Given given) {}

    private static Held held(ResultSet row) throws SQLException {
        FirmId firm = new FirmId(row.getObject(2, UUID.class));
        return new Held(
                new HabilitationId(row.getObject(1, UUID.class)),
                new Given(
                        Scope.of(firm, row.getObject(3, UUID.class), row.getObject(4, UUID.class)),
                        new Profile(row.getString(5))));
    }

    private void take(Held held, UserAccountId holder, Map<String, String> because) {
        FirmId firm = held.given().scope().firm();
        if (held.given().equals(new Given(new Scope.WholeFirm(firm), Profile.ADMINISTRATOR))) {
            administrators.requireAnother(firm, holder);
        }
        platform.sql("UPDATE platform.habilitation SET revoked_at = now() WHERE id = ?")
                .param(held.id().value())
                .update();
        record(held.given(), holder, "habilitation.revoked", because);
        outbox.record(new HabilitationRevoked(held.id()));
    }

    private void give(Given given, UserAccountId holder, Map<String, String> because) {
        HabilitationId id = new HabilitationId(Uuid7.next());
        int inserted =
                platform.sql(
                                "INSERT INTO platform.habilitation (id, firm_id, tenant_id, portfolio_id, profile, holder_id) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .param(id.value())
                        .param(given.scope().firm().value())
                        .param(Ids.of(given.scope().company()))
                        .param(Ids.of(given.scope().portfolio()))
                        .param(given.profile().code())
                        .param(holder.value())
                        .update();
        if (inserted == 0) {
            return;
        }
        platform.sql("INSERT INTO platform.provisioned_habilitation (habilitation_id) VALUES (?)")
                .param(id.value())
                .update();
        record(given, holder, "habilitation.granted", because);
        outbox.record(new HabilitationGranted(id));
    }

    private void record(
            Given given, UserAccountId holder, String act, Map<String, String> because) {
        Map<String, String> details = AuditDetails.of(holder, given.scope(), given.profile());
        details.putAll(because);
        audit.recordInFirm(given.scope().firm(), null, act, details);
    }
}
