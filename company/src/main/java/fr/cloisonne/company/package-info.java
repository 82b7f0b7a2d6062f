/** What people do about client companies; so far: take on one, or many. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "db",
            "db :: keyring",
            "tenancy",
            "tenancy :: directory",
            "tenancy :: value",
            "tenancy :: schema",
            "identity",
            "identity :: habilitation",
            "identity :: audit",
            "identity :: registration",
            "identity :: signin"
        })
package fr.cloisonne.company;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
