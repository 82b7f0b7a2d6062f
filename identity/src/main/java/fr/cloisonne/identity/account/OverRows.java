package fr.cloisonne.identity.account;

import fr.cloisonne.db.PlatformTransaction;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of accounts that nobody needs any more. */
@Component
class OverRows {

    /** How many go in one transaction at most. */
    static final int PIECE = 1_000;

    /** Kinds of rows, each with what takes a piece of them away. */
    enum Kind {
        LINK(
                """
                DELETE FROM platform.mail_link WHERE token_hash IN (
                  SELECT token_hash FROM platform.mail_link WHERE expires_at < :old
                  ORDER BY expires_at LIMIT :piece FOR UPDATE SKIP LOCKED)
                """),
        WAY_IN(
                """
                DELETE FROM platform.way_in WHERE id IN (
                  SELECT id FROM platform.way_in WHERE asked_at < :old
                  ORDER BY asked_at LIMIT :piece)
                """),
        ADDRESS_CHANGE(
                """
                DELETE FROM platform.address_change WHERE id IN (
                  SELECT id FROM platform.address_change WHERE asked_at < :old
                  ORDER BY asked_at LIMIT :piece FOR UPDATE SKIP LOCKED)
                """),
        JOIN_REQUEST(
                """
                DELETE FROM platform.join_request WHERE id IN (
                  SELECT id FROM platform.join_request WHERE asked_at < :old
                  ORDER BY asked_at LIMIT :piece FOR UPDATE SKIP LOCKED)
                """),
        /** Not of an invitation, which speaks of it, nor of the birth of a firm. */
        ACTIVATION(
                """
                WITH over AS (
                  SELECT a.id FROM platform.activation a
                  WHERE a.asked_at < :old AND (a.closes_at IS NULL OR a.closes_at < :old)
                    AND NOT EXISTS (
                      SELECT 1 FROM platform.invitation i WHERE i.activation_id = a.id)
                    AND NOT EXISTS (
                      SELECT 1 FROM platform.firm_request f WHERE f.activation_id = a.id)
                    AND NOT EXISTS (
                      SELECT 1 FROM platform.registration r
                      WHERE r.activation_id = a.id AND r.user_id IS NOT NULL AND r.settled_at IS NULL)
                  ORDER BY a.asked_at LIMIT :piece FOR UPDATE SKIP LOCKED
                ), registered AS (
                  DELETE FROM platform.registration WHERE activation_id IN (SELECT id FROM over)
                )
                DELETE FROM platform.activation WHERE id IN (SELECT id FROM over)
                """);

        private final String statement;

        Kind(String statement) {
            this.statement = statement;
        }
    }

    private final JdbcClient platform;

    OverRows(@Qualifier("platformJdbc") JdbcClient platform) {
        this.platform = platform;
    }

    /** Takes away some of those that were over before this, and says how many. */
    @PlatformTransaction
    public int takeAway(Kind kind, Instant old) {
        return platform.sql(kind.statement)
                .param("old", Timestamp.from(old))
                .param("piece", PIECE)
                .update();
    }
}
