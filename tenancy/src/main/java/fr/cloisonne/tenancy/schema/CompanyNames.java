package fr.cloisonne.tenancy.schema;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.tenancy.value.Siren;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who the companies are whose schemas are told. */
@Component
class CompanyNames {

    private final JdbcClient platform;

    CompanyNames(@Qualifier("platformJdbc") JdbcClient platform) {
        this.platform = platform;
    }

    /** A company and the firm that holds it. */
    record Named(String legalName, Siren siren, @Nullable String firm) {}

    @PlatformTransaction(readOnly = true)
    Map<String, Named> of(Collection<String> roles) {
        Map<String, Named> names = new HashMap<>();
        platform.sql(
                        """
                        SELECT c.role, c.legal_name, c.siren, f.legal_name
                        FROM platform.client_company c
                        LEFT JOIN platform.firm f ON f.id = c.holder_firm_id
                        WHERE c.role = ANY (?)
                        """)
                .param(roles.toArray(String[]::new))
                .query(row -> {
                    names.put(
                            row.getString(1),
                            new Named(
                                    row.getString(2),
                                    new Siren(row.getString(3)),
                                    row.getString(4)));
                });
        return names;
    }
}
