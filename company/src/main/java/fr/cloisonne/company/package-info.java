/** What people do about client companies; so far: take one on. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "db",
            "tenancy",
            "tenancy :: directory",
            "tenancy :: value",
            "tenancy :: schema",
            "identity",
            "identity :: habilitation",
            "identity :: audit",
            "identity :: registration"
        })
package fr.cloisonne.company;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
