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
    void whoIsNotLetInIsToldWhereAndWithoutThePassword() {
        Login real = logins.platform();
        var wrong = new Login(real.url(), real.user(), "not its password");
        assertThatThrownBy(() -> ConnectionBudget.given(wrong))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(real.user() + " at " + real.url())
                .hasMessageContaining("password authentication failed")
                .hasMessageNotContaining("not its password");
    }

    @Test
    void databasesOfOneServerShareItsConnections() {
        assertThat(ConnectionBudget.server("jdbc:postgresql://db.example:5432/one?ssl=true"))
                .isEqualTo(ConnectionBudget.server("jdbc:postgresql://db.example:5432/two"));
    }
}
