package fr.cloisonne.identity.signin;

import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.UserAccountId;
import jakarta.servlet.http.HttpSession;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** A session by password that is there, without anybody having signed in on record. */
public final class OpenedSession {

    private OpenedSession() {}

    /**
     * Puts it into a browser.
     *
     * @param browser its HTTP session
     * @param room whose database keeps the row
     * @param person who
     * @param now when
     * @param proof when they showed who they are; null if they have not
     */
    public static void in(
            HttpSession browser,
            ApplicationContext room,
            UserAccountId person,
            Instant now,
            @Nullable Instant proof) {
        SignedInKey key = SignedInKey.random();
        room.getBean(TestDatabase.class)
                .superuser()
                .sql(
                        """
                        INSERT INTO platform.signed_in (id, key_hash, user_id, way, factors, proven_at,
                          proof_at, created_at, last_seen_at, node, browser, system, address)
                        VALUES (?, ?, ?, 'password', '{PASSWORD}', ?, ?, ?, ?, 'test', '', '', '')
                        """)
                .param(Uuid7.next())
                .param(key.hash())
                .param(person.value())
                .param(Timestamp.from(now))
                .param(proof == null ? null : Timestamp.from(proof))
                .param(Timestamp.from(now))
                .param(Timestamp.from(now))
                .update();
        key.keep(browser);
    }
}
