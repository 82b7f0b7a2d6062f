/** Listens to what has become true, and writes to people; nobody below calls it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "db",
            "db :: outbox",
            "tenancy :: value",
            "identity",
            "identity :: account",
            "identity :: appointment",
            "identity :: federation",
            "identity :: habilitation",
            "identity :: maildomain",
            "identity :: membership",
            "identity :: provisioning",
            "identity :: recovery",
            "identity :: registration",
            "identity :: signin",
            "identity :: technical"
        })
package fr.cloisonne.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
