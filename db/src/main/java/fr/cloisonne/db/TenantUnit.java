package fr.cloisonne.db;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.dialect.PostgreSQLDialect;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/** The tenant's unit: the work of one client company, in the schema of the bound tenant. */
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories(
        basePackages = "fr.cloisonne.invoicing",
        entityManagerFactoryRef = "tenantEntityManagerFactory",
        transactionManagerRef = "tenantTransactionManager",
        considerNestedRepositories = true,
        enableDefaultTransactions = false)
class TenantUnit {

    @Bean
    LocalContainerEntityManagerFactoryBean tenantEntityManagerFactory(
            Cells cells, ObjectProvider<BoundTenant> bound) {
        var unit = Unit.named("tenant", "fr.cloisonne.invoicing");
        var properties = unit.getJpaPropertyMap();
        // Without a tenant there is no connection to ask what the server is.
        properties.put(AvailableSettings.ALLOW_METADATA_ON_BOOT, false);
        properties.put(AvailableSettings.DIALECT, PostgreSQLDialect.class.getName());
        properties.put(
                AvailableSettings.MULTI_TENANT_CONNECTION_PROVIDER, new TenantConnections(cells));
        properties.put(
                AvailableSettings.MULTI_TENANT_IDENTIFIER_RESOLVER,
                new TenantIdentity(bound::getObject));
        return unit;
    }

    @Bean
    JpaTransactionManager tenantTransactionManager(
            @Qualifier("tenantEntityManagerFactory") EntityManagerFactory unit,
            NoConnectionHere tenantDataSource) {
        var manager = new JpaTransactionManager(unit);
        manager.setDataSource(tenantDataSource);
        return manager;
    }

    @Bean
    NoConnectionHere tenantDataSource() {
        return new NoConnectionHere();
    }

    @Bean
    JdbcClient tenantJdbc(NoConnectionHere tenantDataSource) {
        return Sql.over(tenantDataSource);
    }
}
