package fr.cloisonne.identity.issuer;

import fr.cloisonne.db.PlatformTransaction;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.stereotype.Component;

/** What people have allowed which tool to learn of them. */
@Component
class Consents implements OAuth2AuthorizationConsentService {

    private final JdbcClient platform;
    private final Clock clock;

    Consents(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    @Override
    @PlatformTransaction
    public void save(OAuth2AuthorizationConsent consent) {
        platform.sql(
                        """
                        INSERT INTO platform.token_consent (client, user_id, scopes, given_at)
                        VALUES (?, ?, ?, ?)
                        ON CONFLICT (client, user_id)
                        DO UPDATE SET scopes = excluded.scopes, given_at = excluded.given_at
                        """)
                .param(UUID.fromString(consent.getRegisteredClientId()))
                .param(UUID.fromString(consent.getPrincipalName()))
                .param(consent.getScopes().toArray(String[]::new))
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    @PlatformTransaction
    public void remove(OAuth2AuthorizationConsent consent) {
        platform.sql("DELETE FROM platform.token_consent WHERE client = ? AND user_id = ?")
                .params(
                        UUID.fromString(consent.getRegisteredClientId()),
                        UUID.fromString(consent.getPrincipalName()))
                .update();
    }

    @Override
    @PlatformTransaction(readOnly = true)
    public @Nullable OAuth2AuthorizationConsent findById(String client, String person) {
        return platform.sql(
                        "SELECT scopes FROM platform.token_consent WHERE client = ? AND user_id = ?")
                .params(UUID.fromString(client), UUID.fromString(person))
                .query((row, n) -> (String[]) row.getArray(1).getArray())
                .optional()
                .map(scopes -> consent(client, person, scopes))
                .orElse(null);
    }

    private static OAuth2AuthorizationConsent consent(
            String client, String person, String[] scopes) {
        var consent = OAuth2AuthorizationConsent.withId(client, person);
        for (String scope : scopes) {
            consent.scope(scope);
        }
        return consent.build();
    }
}
