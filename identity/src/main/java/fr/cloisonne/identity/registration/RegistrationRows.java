package fr.cloisonne.identity.registration;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.account.ActivationId;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.Siret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of registrations. */
@Component
class RegistrationRows {

    /** The terms that were shown. */
    static final String TERMS = "2026-11";

    private static final String SELECT =
            "SELECT activation_id, siren, siret, legal_name, checked, capacity FROM platform.registration ";

    private final JdbcClient platform;
    private final Clock clock;

    RegistrationRows(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /** One of them. */
    record Registered(
            ActivationId activation,
            Siren siren,
            @Nullable Siret siret,
            String legalName,
            boolean checked,
            Capacity capacity) {}

    void insert(ActivationId id, RegistrationForm form, String legalName, boolean checked) {
        platform.sql(
                        "INSERT INTO platform.registration (activation_id, siren, siret, legal_name, checked, capacity, terms) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .param(id.value())
                .param(form.siren().value())
                .param(form.siret() == null ? null : form.siret().value())
                .param(legalName)
                .param(checked)
                .param(form.capacity().name())
                .param(TERMS)
                .update();
    }

    Optional<Registered> find(ActivationId id) {
        return platform.sql(SELECT + "WHERE activation_id = ?")
                .param(id.value())
                .query(RegistrationRows::registered)
                .optional();
    }

    /** The person's registration that has become nothing yet; the row is locked. */
    Optional<Registered> openOf(UserAccountId person) {
        return platform.sql(
                        SELECT
                                + "WHERE user_id = ? AND settled_at IS NULL ORDER BY activation_id DESC LIMIT 1 FOR UPDATE")
                .param(person.value())
                .query(RegistrationRows::registered)
                .optional();
    }

    void setPerson(ActivationId id, UserAccountId person) {
        platform.sql("UPDATE platform.registration SET user_id = ? WHERE activation_id = ?")
                .params(person.value(), id.value())
                .update();
    }

    /** What a person has begun and not named comes to nothing. */
    void settleAll(UserAccountId person) {
        platform.sql(
                        "UPDATE platform.registration SET settled_at = ? WHERE user_id = ? AND settled_at IS NULL")
                .params(Timestamp.from(clock.instant()), person.value())
                .update();
    }

    void settle(ActivationId id) {
        platform.sql("UPDATE platform.registration SET settled_at = ? WHERE activation_id = ?")
                .param(Timestamp.from(clock.instant()))
                .param(id.value())
                .update();
    }

    private static Registered registered(ResultSet row, int number) throws SQLException {
        String siret = row.getString(3);
        return new Registered(
                new ActivationId(row.getObject(1, UUID.class)),
                new Siren(row.getString(2)),
                siret == null ? null : new Siret(siret),
                row.getString(4),
                row.getBoolean(5),
                Capacity.valueOf(row.getString(6)));
    }
}
