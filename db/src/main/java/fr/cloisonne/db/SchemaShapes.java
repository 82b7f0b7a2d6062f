package fr.cloisonne.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The shape of the latest version, found once per node and cell by making a schema and taking it
 * back: the same server judges both sides, whatever its version writes into its catalogue.
 */
public final class SchemaShapes {

    private final Provisioner provisioner;
    private final ClientSchema schema;
    private final Map<String, SchemaShape> known = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    SchemaShapes(Provisioner provisioner, ClientSchema schema) {
        this.provisioner = provisioner;
        this.schema = schema;
    }

    /**
     * What a schema of the cell must look like. Takes a provision connection the first time, so the
     * caller holds none.
     *
     * @param cell name of the cell
     * @return the shape of the latest version
     * @throws SQLException if it could not be found
     */
    public SchemaShape expected(String cell) throws SQLException {
        lock.lock();
        try {
            SchemaShape shape = known.get(cell);
            if (shape == null) {
                shape = provisioner.inCell(cell, connection -> rehearsed(connection, cell));
                known.put(cell, shape);
            }
            return shape;
        } finally {
            lock.unlock();
        }
    }

    private SchemaShape rehearsed(Connection connection, String cell) throws SQLException {
        Placement placement = new Placement(cell, RoleName.random());
        schema.create(connection, placement);
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        SchemaShape shape = SchemaShape.of(jdbc, placement.role());
        connection.rollback();
        return shape;
    }
}
