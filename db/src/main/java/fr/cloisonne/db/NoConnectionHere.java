package fr.cloisonne.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The tenant unit's data source to Spring: a key under which the transaction's own connection is
 * found. Outside a tenant transaction it has none to give.
 */
final class NoConnectionHere extends AbstractDataSource {

    @Override
    public Connection getConnection() throws SQLException {
        throw new TenantNotBoundException();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new TenantNotBoundException();
    }
}
