package fr.cloisonne.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PostgresTest
class ConnectionBudgetTests {

    private final Logins logins;

    @Autowired
    ConnectionBudgetTests(Logins logins) {
        this.logins = logins;
    }

    @Test
    void aServerThatIsLargeEnoughPasses() {
        assertThatCode(() -> ConnectionBudget.check(logins)).doesNotThrowAnyException();
    }

    @Test
    void oneThatIsTooSmallIsNamedWithTheWayOut() {
        assertThatThrownBy(() -> ConnectionBudget.compare("db.example:5432", 32, 17))
                .hasMessageContaining("db.example:5432 gives 17 connections")
                .hasMessageContaining("max_connections");
        assertThatCode(() -> ConnectionBudget.compare("db.example:5432", 32, 32))
                .doesNotThrowAnyException();
    }

    @Test
    void databasesOfOneServerShareItsConnections() {
        assertThat(ConnectionBudget.server("jdbc:postgresql://db.example:5432/one?ssl=true"))
                .isEqualTo(ConnectionBudget.server("jdbc:postgresql://db.example:5432/two"));
    }
}
