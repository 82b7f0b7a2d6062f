package fr.cloisonne.identity.audit;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds of whom and what in a firm a searched word may be the name. */
@Component
class SoughtNames {

    private static final String IDS =
            """
            SELECT CAST(u.id AS text) FROM platform.user_account u
            WHERE extensions.plain(u.given_name || ' ' || u.family_name || ' ' || u.email) LIKE extensions.plain(:like)
              AND (EXISTS (SELECT 1 FROM platform.firm_member m
                           WHERE m.user_id = u.id AND m.firm_id = :firm)
                OR EXISTS (SELECT 1 FROM platform.company_member s
                           JOIN platform.mandate d ON d.tenant_id = s.tenant_id
                           WHERE s.user_id = u.id AND d.firm_id = :firm))
            UNION
            SELECT CAST(id AS text) FROM platform.portfolio
            WHERE firm_id = :firm AND extensions.plain(name) LIKE extensions.plain(:like)
            UNION
            SELECT code FROM platform.profile
            WHERE firm_id = :firm AND extensions.plain(name) LIKE extensions.plain(:like)
            UNION
            SELECT CAST(c.tenant_id AS text) FROM platform.mandate d
            JOIN platform.client_company c USING (tenant_id)
            WHERE d.firm_id = :firm
              AND (extensions.plain(c.legal_name) LIKE extensions.plain(:like) OR c.siren = :typed)
            """;

    /**
     * Of the service's own journal: anybody, and firms; a word that is in very many narrows little.
     */
    private static final String EVERYWHERE =
            """
            (SELECT CAST(id AS text) FROM platform.user_account
             WHERE extensions.plain(given_name || ' ' || family_name || ' ' || email) LIKE extensions.plain(:like)
             LIMIT 1000)
            UNION
            (SELECT CAST(id AS text) FROM platform.firm
             WHERE extensions.plain(legal_name) LIKE extensions.plain(:like) OR short_name = :typed
             LIMIT 1000)
            """;

    private final JdbcClient platform;

    SoughtNames(@Qualifier("platformJdbc") JdbcClient platform) {
        this.platform = platform;
    }

    /**
     * A searched word with all that it may stand for.
     *
     * @param like the word for ILIKE
     * @param codes of acts, people, companies, portfolios and profiles, and the word itself
     */
    record Sought(String like, Set<String> codes) {}

    @PlatformTransaction(readOnly = true)
    List<Sought> of(FirmId firm, List<SoughtWord> words) {
        return words.stream()
                .map(word -> sought(platform.sql(IDS).param("firm", firm.value()), word))
                .toList();
    }

    @PlatformTransaction(readOnly = true)
    List<Sought> ofService(List<SoughtWord> words) {
        return words.stream().map(word -> sought(platform.sql(EVERYWHERE), word)).toList();
    }

    private static Sought sought(JdbcClient.StatementSpec named, SoughtWord word) {
        String like = "%" + word.typed().replaceAll("([\\\\%_])", "\\\\$1") + "%";
        Set<String> codes = new HashSet<>(word.codes());
        codes.add(word.typed());
        codes.addAll(
                named.param("like", like).param("typed", word.typed()).query(String.class).list());
        return new Sought(like, codes);
    }
}
