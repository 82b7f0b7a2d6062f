package fr.cloisonne.db;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.cfg.AvailableSettings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/** The platform's unit: firms, people, habilitations, catalogue, in schema {@code platform}. */
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories(
        basePackages = {
            "fr.cloisonne.tenancy",
            "fr.cloisonne.company",
            "fr.cloisonne.identity",
            "fr.cloisonne.support",
            "fr.cloisonne.notification"
        },
        considerNestedRepositories = true,
        entityManagerFactoryRef = "platformEntityManagerFactory",
        transactionManagerRef = "platformTransactionManager",
        enableDefaultTransactions = false)
class PlatformUnit {

    @Bean
    HikariDataSource platformDataSource(Logins logins) {
        return Pools.of(logins.platform(), Pools.PLATFORM);
    }

    @Bean
    LocalContainerEntityManagerFactoryBean platformEntityManagerFactory(
            @Qualifier("platformDataSource") HikariDataSource platformDataSource) {
        var unit =
                Unit.named(
                        "platform",
                        "fr.cloisonne.tenancy",
                        "fr.cloisonne.company",
                        "fr.cloisonne.identity",
                        "fr.cloisonne.support",
                        "fr.cloisonne.notification");
        unit.setDataSource(platformDataSource);
        unit.getJpaPropertyMap().put(AvailableSettings.DEFAULT_SCHEMA, "platform");
        return unit;
    }

    @Bean
    JpaTransactionManager platformTransactionManager(
            @Qualifier("platformEntityManagerFactory") EntityManagerFactory unit) {
        return new JpaTransactionManager(unit);
    }

    @Bean
    JdbcClient platformJdbc(@Qualifier("platformDataSource") HikariDataSource dataSource) {
        return JdbcClient.create(dataSource);
    }
}
