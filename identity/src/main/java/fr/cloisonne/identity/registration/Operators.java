package fr.cloisonne.identity.registration;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.account.LinkState;
import fr.cloisonne.identity.account.OperatorLinks;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.signin.SecondFactors;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The people of the service: a profile apart from firms, without a right in any. The first comes by
 * a link that the machine's own console prints.
 */
@Component
public class Operators {

    private final JdbcClient platform;
    private final OperatorLinks links;
    private final SecondFactors factors;
    private final AuditTrail audit;
    private final Clock clock;

    Operators(
            @Qualifier("platformJdbc") JdbcClient platform,
            OperatorLinks links,
            SecondFactors factors,
            AuditTrail audit,
            Clock clock) {
        this.platform = platform;
        this.links = links;
        this.factors = factors;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Whether a person is one.
     *
     * @param person who
     * @return read from the database at each question
     */
    @PlatformTransaction(readOnly = true)
    public boolean contains(UserAccountId person) {
        return platform.sql("SELECT EXISTS (SELECT 1 FROM platform.operator WHERE user_id = ?)")
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * All of them.
     *
     * @return in no order
     */
    @PlatformTransaction(readOnly = true)
    public List<UserAccountId> all() {
        return platform.sql("SELECT user_id FROM platform.operator")
                .query((row, n) -> new UserAccountId(row.getObject(1, UUID.class)))
                .list();
    }

    /**
     * Whether there is none yet.
     *
     * @return true on an empty database
     */
    @PlatformTransaction(readOnly = true)
    public boolean none() {
        return platform.sql("SELECT NOT EXISTS (SELECT 1 FROM platform.operator)")
                .query(Boolean.class)
                .single();
    }

    /**
     * Whether an operator may act: with a second factor alone.
     *
     * @param person who
     * @return true for an operator who has one
     */
    @PlatformTransaction(readOnly = true)
    public boolean mayAct(UserAccountId person) {
        return contains(person) && factors.of(person).any();
    }

    /**
     * Lets operators who may act pass.
     *
     * @param person who
     * @throws NotAnOperatorException if they may not
     */
    @PlatformTransaction(readOnly = true)
    public void require(UserAccountId person) {
        if (!mayAct(person)) {
            throw new NotAnOperatorException();
        }
    }

    /**
     * Invites somebody to be one, on the word of the machine's own console.
     *
     * @param email their address; asked on the page when not given
     * @return the secret of the link, valid for an hour, once
     */
    @PlatformTransaction
    public String invite(@Nullable EmailAddress email) {
        UUID id = Uuid7.next();
        platform.sql(
                        "INSERT INTO platform.operator_invitation (id, email, invited_at) VALUES (?, ?, ?)")
                .param(id)
                .param(email == null ? null : email.typed())
                .param(Timestamp.from(clock.instant()))
                .update();
        audit.recordInService(null, "operator.invited", Map.of("invitation", id.toString()));
        return links.mint(id);
    }

    /**
     * What a link opens.
     *
     * @param state how it stands
     * @param email the address invited, where one was given
     */
    public record Offer(LinkState state, Optional<String> email) {}

    /**
     * What a link opens; looking uses nothing up.
     *
     * @param secret as the link carries it
     * @return how it stands
     */
    @PlatformTransaction(readOnly = true)
    public Offer offer(String secret) {
        return links.about(secret)
                .map(id -> new Offer(LinkState.OPEN, Optional.ofNullable(email(id))))
                .orElseGet(() -> new Offer(links.state(secret), Optional.empty()));
    }

    private @Nullable String email(UUID id) {
        return platform.sql("SELECT email FROM platform.operator_invitation WHERE id = ?")
                .param(id)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    /**
     * Opens an operator's account.
     *
     * @param secret as the link carries it
     * @param email the address; the invited one where one was given
     * @param name the name
     * @param language the language
     * @param password the password chosen
     * @throws fr.cloisonne.identity.account.LinkRefusedException if the link does not open, or the
     *     address has an account already
     * @throws fr.cloisonne.identity.account.PasswordRefusedException if it may not be used
     */
    @PlatformTransaction
    public void join(
            String secret, EmailAddress email, PersonName name, Locale language, String password) {
        UUID id = links.spend(secret);
        String invited = email(id);
        EmailAddress address = invited == null ? email : new EmailAddress(invited);
        UserAccountId person = links.openAccount(address, name, language, password);
        platform.sql("UPDATE platform.operator_invitation SET used_at = ? WHERE id = ?")
                .param(Timestamp.from(clock.instant()))
                .param(id)
                .update();
        admit(person, id);
    }

    /**
     * Makes an operator of a person who has an account and is signed in.
     *
     * @param secret as the link carries it
     * @param person who is signed in
     * @param email their address; it must be the invited one where one was given
     * @throws fr.cloisonne.identity.account.LinkRefusedException if the link does not open for them
     */
    @PlatformTransaction
    public void join(String secret, UserAccountId person, EmailAddress email) {
        UUID id = links.spend(secret);
        String invited = email(id);
        if (invited != null && !new EmailAddress(invited).key().equals(email.key())) {
            throw links.refused(LinkState.WITHDRAWN);
        }
        admit(person, id);
    }

    private void admit(UserAccountId person, UUID invitation) {
        platform.sql(
                        "INSERT INTO platform.operator (user_id, since) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .param(person.value())
                .param(Timestamp.from(clock.instant()))
                .update();
        audit.recordInService(
                person, "operator.joined", Map.of("invitation", invitation.toString()));
    }
}
