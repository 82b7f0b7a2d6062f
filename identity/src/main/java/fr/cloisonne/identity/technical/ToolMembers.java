package fr.cloisonne.identity.technical;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may sign in to a tool: the people of the firm that has registered it. */
@Component
public class ToolMembers {

    private final JdbcClient platform;

    ToolMembers(@Qualifier("platformJdbc") JdbcClient platform) {
        this.platform = platform;
    }

    /**
     * Whose tool it is.
     *
     * @param tool the tool
     * @return the firm
     */
    @PlatformTransaction(readOnly = true)
    public FirmId firm(TokenClientId tool) {
        return platform.sql("SELECT firm_id FROM platform.token_client WHERE id = ?")
                .param(tool.value())
                .query((row, n) -> new FirmId(row.getObject(1, UUID.class)))
                .single();
    }

    /**
     * Whether a person belongs to the tool's firm and is not suspended there.
     *
     * @param person the person
     * @param tool the tool
     * @return true if they may enter
     */
    @PlatformTransaction(readOnly = true)
    public boolean mayEnter(UserAccountId person, TokenClientId tool) {
        return platform.sql(
                        """
                        SELECT EXISTS (
                          SELECT 1 FROM platform.token_client c
                          JOIN platform.firm_member m ON m.firm_id = c.firm_id
                          WHERE c.id = ? AND m.user_id = ? AND m.suspended_at IS NULL)
                        """)
                .params(tool.value(), person.value())
                .query(Boolean.class)
                .single();
    }
}
