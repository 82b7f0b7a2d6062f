package fr.cloisonne.db;

import java.util.Map;
import org.hibernate.cfg.AvailableSettings;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** A persistence unit made by hand: its entities, and the settings that both units share. */
final class Unit {

    private Unit() {}

    static LocalContainerEntityManagerFactoryBean named(String name, String... packages) {
        var vendor = new HibernateJpaVendorAdapter();
        // Otherwise Spring holds the connection beyond the transaction, and the role is gone.
        vendor.setPrepareConnection(false);
        var unit = new LocalContainerEntityManagerFactoryBean();
        unit.setPersistenceUnitName(name);
        unit.setJpaVendorAdapter(vendor);
        unit.setPackagesToScan(packages);
        unit.getJpaPropertyMap()
                .putAll(
                        Map.of(
                                AvailableSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT,
                                true,
                                AvailableSettings.CONNECTION_HANDLING,
                                "DELAYED_ACQUISITION_AND_RELEASE_AFTER_TRANSACTION",
                                AvailableSettings.HBM2DDL_AUTO,
                                "none",
                                AvailableSettings.USE_SECOND_LEVEL_CACHE,
                                false,
                                AvailableSettings.JDBC_TIME_ZONE,
                                "UTC",
                                AvailableSettings.STATEMENT_BATCH_SIZE,
                                50,
                                AvailableSettings.ORDER_INSERTS,
                                true));
        return unit;
    }
}
