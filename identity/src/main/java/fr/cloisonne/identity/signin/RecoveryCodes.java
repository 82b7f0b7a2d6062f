package fr.cloisonne.identity.signin;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.keyring.Keyring;
import fr.cloisonne.identity.UserAccountId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ten codes of 80 random bits for the day the telephone is lost. Each opens once; only a keyed hash
 * of it is kept.
 */
@Component
class RecoveryCodes {

    private static final int COUNT = 10;
    private static final int BYTES = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient platform;
    private final Keyring keyring;
    private final Clock clock;

    RecoveryCodes(@Qualifier("platformJdbc") JdbcClient platform, Keyring keyring, Clock clock) {
        this.platform = platform;
        this.keyring = keyring;
        this.clock = clock;
    }

    /** Makes ten new ones; the old are worth nothing from now on. */
    @PlatformTransaction
    public List<String> renew(UserAccountId person) {
        forget(person);
        List<String> codes = Stream.generate(RecoveryCodes::random).limit(COUNT).toList();
        platform.sql(
                        "INSERT INTO platform.recovery_code (user_id, hash) SELECT ?, unnest(?::text[])")
                .param(person.value())
                .param(codes.stream().map(code -> hash(person, code)).toArray(String[]::new))
                .update();
        return codes;
    }

    @PlatformTransaction
    public void forget(UserAccountId person) {
        platform.sql("DELETE FROM platform.recovery_code WHERE user_id = ?")
                .param(person.value())
                .update();
    }

    /** Uses one up. */
    @PlatformTransaction
    public boolean use(UserAccountId person, String typed) {
        return platform.sql(
                                "UPDATE platform.recovery_code SET used_at = ? WHERE user_id = ? AND hash = ? AND used_at IS NULL")
                        .params(
                                Timestamp.from(clock.instant()),
                                person.value(),
                                hash(person, typed))
                        .update()
                == 1;
    }

    @PlatformTransaction(readOnly = true)
    public int left(UserAccountId person) {
        return platform.sql(
                        "SELECT count(*) FROM platform.recovery_code WHERE user_id = ? AND used_at IS NULL")
                .param(person.value())
                .query(Integer.class)
                .single();
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base32.toBase32String(bytes)
                .toLowerCase(Locale.ROOT)
                .replaceAll("(.{4})(?=.)", "$1-");
    }

    private String hash(UserAccountId person, String code) {
        String plain = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "");
        byte[] data = (person + "\n" + plain).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(keyring.mac("recovery code", data));
    }
}
