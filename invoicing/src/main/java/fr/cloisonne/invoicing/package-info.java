/** Invoices: how they come in, what is checked, where they stand, what was handed in and when. */
@ApplicationModule(
        allowedDependencies = {
            "db",
            "db :: outbox",
            "tenancy",
            "tenancy :: value",
            "identity",
            "identity :: habilitation",
            "identity :: audit"
        })
@NullMarked
package fr.cloisonne.invoicing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
