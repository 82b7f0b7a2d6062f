package fr.cloisonne.identity.issuer;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The consents that a person has given to tools: theirs to see, and to take back. */
@Component
public class GivenConsents {

    private static final String OF_PERSON =
            """
            SELECT t.client, c.name, f.legal_name, t.scopes, t.given_at
            FROM platform.token_consent t
            JOIN platform.token_client c ON c.id = t.client AND c.revoked_at IS NULL
            JOIN platform.firm f ON f.id = c.firm_id
            WHERE t.user_id = ? ORDER BY lower(c.name), t.client
            """;

    private final JdbcClient platform;
    private final AuditTrail audit;

    GivenConsents(@Qualifier("platformJdbc") JdbcClient platform, AuditTrail audit) {
        this.platform = platform;
        this.audit = audit;
    }

    /**
     * All that stand.
     *
     * @param person who gave them
     * @return by the tool's name
     */
    @PlatformTransaction(readOnly = true)
    public List<GivenConsent> of(UserAccountId person) {
        return platform.sql(OF_PERSON)
                .param(person.value())
                .query((row, n) ->
                        new GivenConsent(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                Set.of((String[]) row.getArray(4).getArray()),
                                row.getTimestamp(5).toInstant()))
                .list();
    }

    /**
     * Takes one back: what the tool was given of this person opens nothing from now on, and it has
     * to ask anew.
     *
     * @param person who gave it
     * @param tool to which; nothing happens where it was taken back already
     */
    @PlatformTransaction
    public void withdraw(UserAccountId person, UUID tool) {
        taken(person, tool)
                .ifPresent(firm -> {
                    platform.sql(
                                    "DELETE FROM platform.token_grant WHERE user_id = ? AND client = ?")
                            .params(person.value(), tool)
                            .update();
                    audit.recordInFirm(
                            firm, person, "consent.withdrawn", Map.of("client", tool.toString()));
                });
    }

    private Optional<FirmId> taken(UserAccountId person, UUID tool) {
        return platform.sql(
                        """
                        DELETE FROM platform.token_consent t USING platform.token_client c
                        WHERE t.user_id = ? AND t.client = ? AND c.id = t.client
                        RETURNING c.firm_id
                        """)
                .params(person.value(), tool)
                .query((row, n) -> new FirmId(row.getObject(1, UUID.class)))
                .optional();
    }
}
