/** The ground: PostgreSQL, its roles, the two persistence units and the way into a cell. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.cloisonne.db;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
