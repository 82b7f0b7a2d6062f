package fr.cloisonne.identity.preference;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.keyring.Keyring;
import fr.cloisonne.identity.UserAccountId;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Forms that people have begun: a server that stops, or a session that ends, costs them nothing
 * typed. Each is sealed, for its person and its form alone, and never outlives a week; which form
 * it was, the row does not tell either, since its name may name somebody.
 */
@Service
public class FormDrafts {

    /** How long what was typed is kept. */
    public static final Duration LIFE = Duration.ofDays(7);

    /** Longest draft: more is not kept. Bytes of JSON in UTF-8. */
    static final int LONGEST = 64 * 1024;

    /** Most forms of one person: the oldest give way. */
    static final int MOST = 50;

    private static final Logger LOG = LoggerFactory.getLogger(FormDrafts.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final JdbcClient platform;
    private final Keyring keyring;
    private final Clock clock;

    FormDrafts(@Qualifier("platformJdbc") JdbcClient platform, Keyring keyring, Clock clock) {
        this.platform = platform;
        this.keyring = keyring;
        this.clock = clock;
    }

    /**
     * Keeps what a form holds now instead of what it held before.
     *
     * @param person who types, and the only one who gets it back
     * @param form which form, and of what
     * @param fields what each field holds; never a secret
     */
    @PlatformTransaction
    public void keep(UserAccountId person, String form, Map<String, String> fields) {
        byte[] plain = JSON.writeValueAsBytes(fields);
        if (plain.length > LONGEST) {
            return;
        }
        platform.sql(
                        """
                        INSERT INTO platform.form_draft (user_id, form, sealed, kept_at)
                        VALUES (:person, :form, :sealed, :now)
                        ON CONFLICT (user_id, form)
                        DO UPDATE SET sealed = excluded.sealed, kept_at = excluded.kept_at
                        """)
                .param("person", person.value())
                .param("form", row(person, form))
                .param("sealed", keyring.seal(purpose(person, form), plain))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        platform.sql(
                        """
                        DELETE FROM platform.form_draft WHERE user_id = :person AND form IN (
                          SELECT form FROM platform.form_draft WHERE user_id = :person
                          ORDER BY kept_at DESC OFFSET :most)
                        """)
                .param("person", person.value())
                .param("most", MOST)
                .update();
    }

    /**
     * What was typed before.
     *
     * @param person who asks
     * @param form which form, and of what
     * @return nothing if nothing was kept, or too long ago
     */
    @PlatformTransaction(readOnly = true)
    public Optional<FormDraft> of(UserAccountId person, String form) {
        return platform.sql(
                        "SELECT sealed, kept_at FROM platform.form_draft WHERE user_id = ? AND form = ? AND kept_at > ?")
                .params(person.value(), row(person, form), Timestamp.from(oldest()))
                .query((row, n) ->
                        opened(person, form, row.getBytes(1), row.getTimestamp(2).toInstant()))
                .optional()
                .flatMap(draft -> draft);
    }

    /**
     * The form was sent, or given up.
     *
     * @param person who did
     * @param form which form, and of what
     */
    @PlatformTransaction
    public void forget(UserAccountId person, String form) {
        platform.sql("DELETE FROM platform.form_draft WHERE user_id = ? AND form = ?")
                .params(person.value(), row(person, form))
                .update();
    }

    @PlatformTransaction
    int takeAwayOld() {
        return platform.sql("DELETE FROM platform.form_draft WHERE kept_at <= ?")
                .param(Timestamp.from(oldest()))
                .update();
    }

    private Instant oldest() {
        return clock.instant().minus(LIFE);
    }

    /** What cannot be read is as good as nothing: it is a convenience. */
    private Optional<FormDraft> opened(
            UserAccountId person, String form, byte[] sealed, Instant keptAt) {
        try {
            byte[] plain = keyring.open(purpose(person, form), sealed);
            return Optional.of(
                    new FormDraft(
                            JSON.readValue(new String(plain, StandardCharsets.UTF_8), FIELDS),
                            keptAt));
        } catch (IllegalArgumentException altered) {
            LOG.warn("A draft cannot be opened: {}", altered.getMessage());
            return Optional.empty();
        }
    }

    private String row(UserAccountId person, String form) {
        byte[] name = (person + "\n" + form).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(keyring.mac("form draft name", name));
    }

    private static String purpose(UserAccountId person, String form) {
        return "form draft " + person + " " + form;
    }
}
