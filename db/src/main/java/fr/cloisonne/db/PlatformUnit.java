package fr.cloisonne.db;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The platform's unit: firms, people, habilitations, catalogue, in schema {@code platform}. */
@Configuration(proxyBeanMethods = false)
class PlatformUnit {

    @Bean
    HikariDataSource platformDataSource(Logins logins) {
        return Pools.of(logins.platform(), Pools.PLATFORM, Limits.ACT);
    }

    @Bean
    JdbcTransactionManager platformTransactionManager(
            @Qualifier("platformDataSource") HikariDataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    JdbcClient platformJdbc(@Qualifier("platformDataSource") HikariDataSource dataSource) {
        return Sql.over(dataSource);
    }
}
