package fr.cloisonne.db;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Work of the provisioner in one cell.
 *
 * @param <T> what it gives back
 */
@FunctionalInterface
public interface ProvisionWork<T> {

    /**
     * Does the work.
     *
     * @param connection connection of the transaction, as the provision login
     * @return what it gives back
     * @throws SQLException to undo it all
     */
    T run(Connection connection) throws SQLException;
}
