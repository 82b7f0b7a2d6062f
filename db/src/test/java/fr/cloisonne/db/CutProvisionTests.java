package fr.cloisonne.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The making of a schema, its back end killed after each statement in turn. */
@PostgresTest
class CutProvisionTests {

    private final ClientSchema schema;
    private final TestDatabase database;

    @Autowired
    CutProvisionTests(ClientSchema schema, TestDatabase database) {
        this.schema = schema;
        this.database = database;
    }

    @Test
    void whateverTheCutNothingOfItIsSeen() throws SQLException {
        int statement = 0;
        while (cutBefore(statement)) {
            statement++;
        }
        // The changelog's own, and those around it: all were cut once.
        assertThat(statement)
                .isGreaterThan(schema.statementsFor(new RoleName("t_aaaaaaaaaaaab")).size());
    }

    /** Makes a schema, cut before the statement of this number; tells whether there was one. */
    private boolean cutBefore(int number) throws SQLException {
        RoleName role = RoleName.random();
        Cuts cuts = new Cuts(database, number);
        try (Provisioner provisioner = new Provisioner(Map.of("main", cuts))) {
            provisioner.inCell(
                    "main",
                    connection -> {
                        schema.create(connection, new Placement("main", role));
                        return role;
                    });
            assertThat(left(role)).isEqualTo(2);
            return false;
        } catch (SQLException cut) {
            assertThat(cut.getSQLState()).as(cut.getMessage()).startsWith("57P01");
            assertThat(left(role)).isZero();
            return true;
        }
    }

    private int left(RoleName role) {
        return database.superuser()
                .sql(
                        "SELECT (SELECT count(*) FROM pg_roles WHERE rolname = :r) + (SELECT count(*) FROM pg_namespace WHERE nspname = :r)")
                .param("r", role.value())
                .query(Integer.class)
                .single();
    }
}
