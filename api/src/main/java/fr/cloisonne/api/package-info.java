/** The machines' face: shapes of protocols and nothing else, what is decided is decided below. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"tenancy :: value", "identity", "identity :: provisioning"})
package fr.cloisonne.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
