package fr.cloisonne.identity.provisioning;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.JoinedBy;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.OtherWayNeededException;
import fr.cloisonne.identity.provisioning.ProvisioningRefusedException.Reason;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * People whom a firm's directory told of, and who have not agreed yet: only the owner of the
 * mailbox, signed in to their own account, makes an account a colleague's.
 */
@Component
public class Arrivals {

    private static final String AWAITED =
            """
            FROM platform.provisioned_person p
            JOIN platform.user_account u ON u.email_key = p.email_key
            WHERE u.id = :person AND p.user_id IS NULL AND p.active
              AND p.removed_at IS NULL AND p.refused_at IS NULL
            """;

    private final JdbcClient platform;
    private final PersonRows rows;
    private final GroupRights rights;
    private final ArrivalLinks links;
    private final UserAccounts accounts;
    private final Habilitations habilitations;
    private final Firms firms;
    private final FreshProof proof;
    private final AuditTrail audit;

    Arrivals(
            @Qualifier("platformJdbc") JdbcClient platform,
            PersonRows rows,
            GroupRights rights,
            ArrivalLinks links,
            UserAccounts accounts,
            Habilitations habilitations,
            Firms firms,
            FreshProof proof,
            AuditTrail audit) {
        this.platform = platform;
        this.rows = rows;
        this.rights = rights;
        this.links = links;
        this.accounts = accounts;
        this.habilitations = habilitations;
        this.firms = firms;
        this.proof = proof;
        this.audit = audit;
    }

    /**
     * A firm that awaits a person.
     *
     * @param id as whom
     * @param firm which firm
     */
    public record Awaited(ProvisionedPersonId id, FirmCard firm) {}

    /**
     * Whom the mail about an arrival is for.
     *
     * @param email the mailbox
     * @param name as the firm's directory gives it
     * @param firm the firm
     */
    public record Told(String email, PersonName name, FirmCard firm) {}

    /**
     * The firms that await a person, and for which their session speaks.
     *
     * @param person who is signed in
     * @return one for each directory that told of their address
     */
    @PlatformTransaction(readOnly = true)
    public List<Awaited> of(UserAccountId person) {
        Predicate<FirmId> vouched = habilitations.vouchedFor(person);
        return platform
                .sql("SELECT p.id, p.firm_id " + AWAITED + "ORDER BY p.created_at LIMIT 50")
                .param("person", person.value())
                .query((row, n) ->
                        Map.entry(
                                new ProvisionedPersonId(row.getObject(1, UUID.class)),
                                new FirmId(row.getObject(2, UUID.class))))
                .list()
                .stream()
                .filter(one -> vouched.test(one.getValue()))
                .map(one -> new Awaited(one.getKey(), card(one.getValue())))
                .toList();
    }

    /**
     * Whom to tell of an arrival.
     *
     * @param id who
     * @return nobody once it is settled
     */
    @PlatformTransaction(readOnly = true)
    public Optional<Told> told(ProvisionedPersonId id) {
        return platform.sql(
                        "SELECT email, given_name, family_name, firm_id FROM platform.provisioned_person WHERE id = ? AND user_id IS NULL AND active AND removed_at IS NULL AND refused_at IS NULL")
                .param(id.value())
                .query((row, n) ->
                        new Told(
                                row.getString(1),
                                new PersonName(row.getString(2), row.getString(3)),
                                card(new FirmId(row.getObject(4, UUID.class)))))
                .optional();
    }

    /**
     * Agrees: the person becomes a colleague and holds what their groups give.
     *
     * @param person who is signed in, with a fresh proof
     * @param id as whom
     * @throws ProvisioningRefusedException if no firm awaits this person so
     */
    @PlatformTransaction
    public void accept(UserAccountId person, ProvisionedPersonId id) {
        proof.require(person);
        attach(person, id, false, "provisioning.arrival.accepted");
    }

    /**
     * Declines; the directory is told nothing.
     *
     * @param person who is signed in
     * @param id as whom
     * @throws ProvisioningRefusedException if no firm awaits this person so
     * @throws OtherWayNeededException if the session does not speak for that firm
     */
    @PlatformTransaction
    public void refuse(UserAccountId person, ProvisionedPersonId id) {
        FirmId firm = locked(person, id);
        habilitations.requireVouched(person, firm);
        links.withdraw(id);
        platform.sql("UPDATE platform.provisioned_person SET refused_at = ? WHERE id = ?")
                .params(rows.now(), id.value())
                .update();
        record(firm, person, id, "provisioning.arrival.refused");
    }

    /** Whoever opened their account by the directory's mail; nothing if it is settled meanwhile. */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public void opened(UserAccountId person, ProvisionedPersonId id) {
        if (told(id).isPresent()) {
            attach(person, id, true, "provisioning.arrival.accepted");
        }
    }

    /**
     * Makes the link by which the mail about an arrival opens an account.
     *
     * @param id who
     * @return none where the address has an account already
     */
    @PlatformTransaction
    public Optional<String> mintLink(ProvisionedPersonId id) {
        return links.mintLink(id);
    }

    /**
     * Whoever has just come into the firm by its own provider, with an account born there, is whom
     * its directory told of.
     *
     * @param person the new colleague
     * @param firm the firm
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public void born(UserAccountId person, FirmId firm) {
        platform.sql("SELECT p.id " + AWAITED + "AND p.firm_id = :firm LIMIT 1")
                .param("person", person.value())
                .param("firm", firm.value())
                .query((row, n) -> new ProvisionedPersonId(row.getObject(1, UUID.class)))
                .list()
                .forEach(one -> attach(person, one, true, "provisioning.arrival.met"));
    }

    private void attach(UserAccountId person, ProvisionedPersonId id, boolean born, String act) {
        FirmId firm = locked(person, id);
        platform.sql(
                        "UPDATE platform.provisioned_person SET removed_at = ? WHERE firm_id = ? AND user_id = ? AND removed_at IS NULL")
                .params(rows.now(), firm.value(), person.value())
                .update();
        platform.sql(
                        "UPDATE platform.provisioned_person SET user_id = ?, keeps_name = ?, version = version + 1, changed_at = ? WHERE id = ?")
                .params(person.value(), born, rows.now(), id.value())
                .update();
        accounts.join(person, firm, JoinedBy.DIRECTORY);
        record(firm, person, id, act);
        rights.settle(firm, id, Map.of("person", id.toString()));
    }

    /** Waits for any other change in the firm, then looks whether the person is awaited still. */
    private FirmId locked(UserAccountId person, ProvisionedPersonId id) {
        FirmId firm = awaiting(person, id);
        rows.lock(firm);
        return awaiting(person, id);
    }

    private FirmId awaiting(UserAccountId person, ProvisionedPersonId id) {
        return platform.sql("SELECT p.firm_id " + AWAITED + "AND p.id = :id")
                .param("person", person.value())
                .param("id", id.value())
                .query((row, n) -> new FirmId(row.getObject(1, UUID.class)))
                .optional()
                .orElseThrow(
                        () -> new ProvisioningRefusedException(Reason.NOT_FOUND, id.toString()));
    }

    private FirmCard card(FirmId firm) {
        return firms.cards(List.of(firm)).getFirst();
    }

    private void record(FirmId firm, UserAccountId person, ProvisionedPersonId id, String act) {
        audit.recordInFirm(
                firm, person, act, Map.of("person", id.toString(), "holder", person.toString()));
    }
}
