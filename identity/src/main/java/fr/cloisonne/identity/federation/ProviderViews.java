package fr.cloisonne.identity.federation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.membership.Newcomer;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Name and address of a colleague as the firm's provider says them: for the firm's eyes, beside the
 * account, which they never change.
 */
@Component
class ProviderViews {

    private static final String SEEN =
            """
            INSERT INTO platform.provider_view
              (firm_id, user_id, provider_id, given_name, family_name, email, seen_at)
            SELECT m.firm_id, m.user_id, :provider, :given, :family, :email, :now
            FROM platform.firm_member m WHERE m.firm_id = :firm AND m.user_id = :person
            ON CONFLICT (firm_id, user_id) DO UPDATE
            SET provider_id = excluded.provider_id, given_name = excluded.given_name,
                family_name = excluded.family_name, email = excluded.email,
                seen_at = excluded.seen_at
            """;

    private final JdbcClient platform;
    private final Clock clock;

    ProviderViews(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /** Keeps what was said of one of the firm's members; of anybody else nothing is kept. */
    @PlatformTransaction
    public void seen(UserAccountId person, UUID provider, Newcomer said) {
        platform.sql(SEEN)
                .param("firm", said.firm().id().value())
                .param("person", person.value())
                .param("provider", provider)
                .param("given", said.name().given())
                .param("family", said.name().family())
                .param("email", said.email())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** The provider is gone, and its word with it. */
    @PlatformTransaction
    public void forget(UUID provider) {
        platform.sql("DELETE FROM platform.provider_view WHERE provider_id = ?")
                .param(provider)
                .update();
    }
}
