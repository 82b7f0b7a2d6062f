/** Who you are, and what you may do where. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "db",
            "db :: outbox",
            "db :: keyring",
            "tenancy",
            "tenancy :: value",
            "tenancy :: schema",
            "tenancy :: directory"
        })
package fr.cloisonne.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
