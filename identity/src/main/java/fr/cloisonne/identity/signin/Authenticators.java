package fr.cloisonne.identity.signin;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.keyring.Keyring;
import fr.cloisonne.identity.UserAccountId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The authenticator applications of accounts, one each; their secrets are sealed. */
@Component
class Authenticators {

    private static final String PURPOSE = "authenticator";

    private final JdbcClient platform;
    private final Keyring keyring;
    private final Clock clock;

    Authenticators(@Qualifier("platformJdbc") JdbcClient platform, Keyring keyring, Clock clock) {
        this.platform = platform;
        this.keyring = keyring;
        this.clock = clock;
    }

    /** Keeps a new one, unless there is one already or the code does not prove it. */
    @PlatformTransaction
    public boolean add(UserAccountId person, Totp totp, String code) {
        Instant now = clock.instant();
        OptionalLong step = totp.matching(code, now);
        return step.isPresent()
                && platform.sql(
                                        "INSERT INTO platform.authenticator (user_id, secret, last_step, added_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                                .params(
                                        person.value(),
                                        keyring.seal(PURPOSE, totp.secret()),
                                        step.getAsLong(),
                                        Timestamp.from(now))
                                .update()
                        == 1;
    }

    @PlatformTransaction
    public boolean remove(UserAccountId person) {
        return platform.sql("DELETE FROM platform.authenticator WHERE user_id = ?")
                        .param(person.value())
                        .update()
                == 1;
    }

    /** Takes a code once: neither it nor an older one opens again. */
    @PlatformTransaction
    public boolean use(UserAccountId person, String code) {
        Instant now = clock.instant();
        OptionalLong step =
                secret(person).map(totp -> totp.matching(code, now)).orElseGet(OptionalLong::empty);
        return step.isPresent()
                && platform.sql(
                                        "UPDATE platform.authenticator SET last_step = ?, last_used_at = ? WHERE user_id = ? AND last_step < ?")
                                .params(
                                        step.getAsLong(),
                                        Timestamp.from(now),
                                        person.value(),
                                        step.getAsLong())
                                .update()
                        == 1;
    }

    /** When it was added and last used, if there is one. */
    @PlatformTransaction(readOnly = true)
    public Optional<FactorUse> of(UserAccountId person) {
        return platform.sql(
                        "SELECT added_at, last_used_at FROM platform.authenticator WHERE user_id = ?")
                .param(person.value())
                .query(FactorUse::of)
                .optional();
    }

    private Optional<Totp> secret(UserAccountId person) {
        return platform.sql("SELECT secret FROM platform.authenticator WHERE user_id = ?")
                .param(person.value())
                .query((row, n) -> new Totp(keyring.open(PURPOSE, row.getBytes(1))))
                .optional();
    }
}
