package fr.cloisonne.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Connection pools, one per login; bounded, small at rest, never in autocommit. */
final class Pools {

    static final int PLATFORM = 10;
    static final int GATE = 16;
    static final int WORK = 4;
    static final int PROVISION = 2;

    private Pools() {}

    static Map<String, HikariDataSource> of(Map<String, Login> logins, int size, Limits limits) {
        Map<String, HikariDataSource> pools = new TreeMap<>();
        logins.forEach((cell, login) -> pools.put(cell, of(login, size, limits)));
        return pools;
    }

    static HikariDataSource of(Login login, int size, Limits limits) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(login.user());
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setAutoCommit(false);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(size, 1));
        config.setIdleTimeout(Duration.ofMinutes(2).toMillis());
        config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        // A back end remembers every schema it has touched: it is replaced in time.
        config.setMaxLifetime(Duration.ofMinutes(12).toMillis());
        config.setConnectionInitSql(limits.sql());
        config.addDataSourceProperty("ApplicationName", login.user());
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }
}
