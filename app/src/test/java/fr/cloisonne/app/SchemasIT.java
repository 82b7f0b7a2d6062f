package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.db.Provisioner;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A company whose schema is not what it should be: closed alone, seen by operators, opened again.
 */
class SchemasIT extends InBrowser {

    @Test
    void anOperatorSeesWhichCompanyIsClosedAndOpensItAgain() throws SQLException {
        try (Visitor paul = Visitor.arrives(product, browser)) {
            OperatorJourney.becomes(product, paul, PAUL);
            paul.goesTo("/operator/schemas").sees("Tous les dossiers sont à jour");
            paul.takesAPicture("schemas-good");
            String schema = schema("role");
            String home = "/c/cabinet-littoral/" + schema("siren");
            inCell("DROP INDEX %s.audit_in_place".formatted(schema));
            assertThat(paul.page().navigate(product.url(home)).status()).isEqualTo(503);
            paul.sees("Ce dossier est fermé pour l’instant").takesAPicture("company-closed");
            paul.goesTo("/operator/schemas").sees(schema).sees("index audit_in_place");
            paul.takesAPicture("schemas-failed");
            inCell(
                    "CREATE INDEX audit_in_place ON %s.audit (chain, on_behalf, n) WHERE on_behalf IS NOT NULL"
                            .formatted(schema));
            paul.presses("Relancer maintenant").sees("Tous les dossiers sont à jour");
            assertThat(paul.page().navigate(product.url(home)).status()).isEqualTo(200);
        }
    }

    /** Of the last company of Paul's firm. */
    private static String schema(String column) {
        return product.context()
                .getBean("platformJdbc", JdbcClient.class)
                .sql(
                        "SELECT c.%s FROM platform.client_company c JOIN platform.firm f ON f.id = c.holder_firm_id WHERE f.short_name = 'cabinet-littoral' ORDER BY c.siren DESC LIMIT 1"
                                .formatted(column))
                .query((row, n) -> row.getString(1))
                .single();
    }

    private static void inCell(String sql) throws SQLException {
        product.context()
                .getBean(Provisioner.class)
                .inCell(
                        "main",
                        connection -> {
                            try (var statement = connection.createStatement()) {
                                return statement.execute(sql);
                            }
                        });
    }
}
