package fr.cloisonne.identity.account;

import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.UserAccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of accounts that were asked for. */
@Component
class ActivationRows {

    /** As long as somebody who asked may still ask for the link again. */
    private static final Duration MEMORY = Duration.ofDays(30);

    private static final String SELECT =
            "SELECT id, email, given_name, family_name, language, asked_at, closes_at, used_at, withdrawn_at, page FROM platform.activation ";

    private final JdbcClient platform;
    private final Clock clock;

    ActivationRows(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /** One of them. */
    record Asked(
            ActivationId id,
            EmailAddress email,
            PersonName name,
            Locale language,
            @Nullable Instant closes,
            LinkState closed,
            @Nullable String page) {

        boolean pending() {
            return closed == LinkState.OPEN;
        }

        Set<String> context() {
            return Set.of(email.typed(), name.given(), name.family());
        }
    }

    void insert(
            ActivationId id,
            String kind,
            EmailAddress email,
            PersonName name,
            Locale language,
            @Nullable Instant closes) {
        platform.sql(
                        "INSERT INTO platform.activation (id, kind, email, email_key, given_name, family_name, language, asked_at, closes_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(id.value())
                .param(kind)
                .param(email.typed())
                .param(email.key())
                .param(name.given())
                .param(name.family())
                .param(AccountRows.code(language))
                .param(now())
                .param(closes == null ? null : Timestamp.from(closes))
                .update();
    }

    Optional<Asked> find(ActivationId id) {
        return platform.sql(SELECT + "WHERE id = ?")
                .param(id.value())
                .query(this::asked)
                .optional();
    }

    Optional<Asked> pendingOf(String emailKey) {
        return platform.sql(
                        SELECT
                                + "WHERE email_key = ? AND used_at IS NULL AND withdrawn_at IS NULL AND coalesce(closes_at > ?, asked_at > ?) ORDER BY asked_at DESC, id DESC LIMIT 1")
                .param(emailKey)
                .param(now())
                .param(Timestamp.from(clock.instant().minus(MEMORY)))
                .query(this::asked)
                .optional();
    }

    int inTheLastHour(String emailKey) {
        return platform.sql(
                        "SELECT count(*) FROM platform.activation WHERE email_key = ? AND asked_at > ?")
                .param(emailKey)
                .param(Timestamp.from(clock.instant().minus(Duration.ofHours(1))))
                .query(Integer.class)
                .single();
    }

    /** Whether it was still there to be used, however many try at the same time. */
    boolean used(ActivationId id, UserAccountId person) {
        return platform.sql(
                                "UPDATE platform.activation SET used_at = ?, user_id = ? WHERE id = ? AND used_at IS NULL AND withdrawn_at IS NULL")
                        .param(now())
                        .param(person.value())
                        .param(id.value())
                        .update()
                == 1;
    }

    void leadTo(ActivationId id, String page) {
        platform.sql("UPDATE platform.activation SET page = ? WHERE id = ? AND page IS NULL")
                .params(page, id.value())
                .update();
    }

    void reopen(ActivationId id, Instant closes) {
        platform.sql(
                        "UPDATE platform.activation SET closes_at = ?, withdrawn_at = NULL, used_at = NULL, user_id = NULL WHERE id = ?")
                .param(Timestamp.from(closes))
                .param(id.value())
                .update();
    }

    void withdraw(ActivationId id) {
        platform.sql(
                        "UPDATE platform.activation SET withdrawn_at = ? WHERE id = ? AND used_at IS NULL AND withdrawn_at IS NULL")
                .param(now())
                .param(id.value())
                .update();
    }

    /** What else was asked for with the address is done as well: there is an account. */
    void usedOthers(String emailKey, UserAccountId person) {
        platform.sql(
                        "UPDATE platform.activation SET used_at = ?, user_id = ? WHERE email_key = ? AND used_at IS NULL AND withdrawn_at IS NULL")
                .param(now())
                .param(person.value())
                .param(emailKey)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Asked asked(ResultSet row, int number) throws SQLException {
        return new Asked(
                new ActivationId(row.getObject("id", UUID.class)),
                new EmailAddress(row.getString("email")),
                new PersonName(row.getString("given_name"), row.getString("family_name")),
                Locale.of(row.getString("language")),
                closes(row),
                closed(row),
                row.getString("page"));
    }

    private LinkState closed(ResultSet row) throws SQLException {
        if (row.getTimestamp("used_at") != null) {
            return LinkState.USED;
        }
        if (row.getTimestamp("withdrawn_at") != null) {
            return LinkState.WITHDRAWN;
        }
        Instant closes = closes(row);
        Instant limit =
                closes == null ? row.getTimestamp("asked_at").toInstant().plus(MEMORY) : closes;
        return clock.instant().isBefore(limit) ? LinkState.OPEN : LinkState.EXPIRED;
    }

    private static @Nullable Instant closes(ResultSet row) throws SQLException {
        Timestamp closes = row.getTimestamp("closes_at");
        return closes == null ? null : closes.toInstant();
    }
}
