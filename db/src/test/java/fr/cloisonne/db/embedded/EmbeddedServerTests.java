package fr.cloisonne.db.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTests {

    @TempDir private Path folder;

    @Test
    void keepsWhatIsCommittedAndTrustsNobody() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(ask(server, "SHOW " + setting)).isEqualTo("on");
            }
            assertThat(ask(server, "SHOW wal_level")).isEqualTo("logical");
            assertThat(ask(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(
                            ask(
                                    server,
                                    "SELECT count(*) FROM pg_hba_file_rules WHERE auth_method <> 'scram-sha-256'"))
                    .isEqualTo("0");
            assertThat(ask(server, "SELECT datlocale FROM pg_database WHERE datname = 'postgres'"))
                    .isEqualTo("C.UTF-8");
            assertThatThrownBy(() ->
                            DriverManager.getConnection(
                                    server.url("postgres"), OwnServer.SUPERUSER, "guess"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void isHeldByOneProductAndComesBackWithItsData() throws Exception {
        String instance;
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            instance = server.instance();
            ask(server, "SELECT 1");
            assertThatThrownBy(() -> EmbeddedServer.start(folder))
                    .isInstanceOf(DataFolderException.class)
                    .hasMessageContaining("in use");
        }
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            assertThat(server.instance()).isEqualTo(instance);
        }
        Files.writeString(folder.resolve("format"), "99\n");
        assertThatThrownBy(() -> EmbeddedServer.start(folder))
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining("newer");
    }

    private static String ask(EmbeddedServer server, String sql) throws SQLException, IOException {
        try (var connection =
                        DriverManager.getConnection(
                                server.url("postgres"),
                                OwnServer.SUPERUSER,
                                server.secret(OwnServer.SUPERUSER));
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
