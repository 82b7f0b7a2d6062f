package fr.cloisonne.db;

import javax.sql.DataSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * SQL over a data source. A wait for a lock that took too long is told as one: Spring by itself
 * knows only the statement that did.
 */
final class Sql {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private Sql() {}

    static JdbcClient over(DataSource dataSource) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        SQLExceptionTranslator usual = jdbc.getExceptionTranslator();
        jdbc.setExceptionTranslator((task, sql, failure) ->
                LOCK_NOT_AVAILABLE.equals(failure.getSQLState())
                        ? new CannotAcquireLockException(task, failure)
                        : usual.translate(task, sql, failure));
        return JdbcClient.create(jdbc);
    }
}
