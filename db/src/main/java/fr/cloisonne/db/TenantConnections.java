package fr.cloisonne.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;

/**
 * Gives Hibernate the connection of a tenant: one on which the tenant's role was taken for this
 * transaction. Without a tenant there is none to give.
 */
final class TenantConnections implements MultiTenantConnectionProvider<Placement> {

    private static final long serialVersionUID = 1L;

    private final transient Cells cells;

    TenantConnections(Cells cells) {
        this.cells = cells;
    }

    @Override
    public Connection getAnyConnection() {
        throw new TenantNotBoundException();
    }

    @Override
    public void releaseAnyConnection(Connection connection) throws SQLException {
        cells.leave(connection);
    }

    @Override
    public Connection getConnection(Placement placement) throws SQLException {
        return cells.enter(placement);
    }

    @Override
    public void releaseConnection(Placement placement, Connection connection) throws SQLException {
        cells.leave(connection);
    }

    @Override
    public boolean supportsAggressiveRelease() {
        return false;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return type.isInstance(this);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(this);
    }
}
