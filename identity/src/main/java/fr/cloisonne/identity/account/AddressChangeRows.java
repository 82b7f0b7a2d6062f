package fr.cloisonne.identity.account;

import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of addresses that people asked to sign in by. */
@Component
class AddressChangeRows {

    private final JdbcClient platform;
    private final Clock clock;

    AddressChangeRows(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /** One of them. */
    record Wished(
            UUID id, UserAccountId person, EmailAddress email, String oldEmail, boolean pending) {}

    UUID insert(PersonCard person, EmailAddress email) {
        UUID id = Uuid7.next();
        platform.sql(
                        "INSERT INTO platform.address_change (id, user_id, email, email_key, old_email, asked_at) VALUES (?, ?, ?, ?, ?, ?)")
                .param(id)
                .param(person.id().value())
                .param(email.typed())
                .param(email.key())
                .param(person.email())
                .param(now())
                .update();
        return id;
    }

    Optional<Wished> find(UUID id) {
        return platform.sql(
                        "SELECT id, user_id, email, old_email, used_at IS NULL AND withdrawn_at IS NULL FROM platform.address_change WHERE id = ?")
                .param(id)
                .query((row, n) ->
                        new Wished(
                                row.getObject(1, UUID.class),
                                new UserAccountId(row.getObject(2, UUID.class)),
                                new EmailAddress(row.getString(3)),
                                row.getString(4),
                                row.getBoolean(5)))
                .optional();
    }

    void used(UUID id) {
        platform.sql("UPDATE platform.address_change SET used_at = ? WHERE id = ?")
                .param(now())
                .param(id)
                .update();
    }

    List<UUID> withdrawAll(UserAccountId person) {
        return platform.sql(
                        "UPDATE platform.address_change SET withdrawn_at = ? WHERE user_id = ? AND used_at IS NULL AND withdrawn_at IS NULL RETURNING id")
                .param(now())
                .param(person.value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
