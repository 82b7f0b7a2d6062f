/** Firms, client companies and the mandates between them; the cell in which each company lives. */
@NullMarked
@ApplicationModule(allowedDependencies = {"db", "db :: outbox", "db :: keyring"})
package fr.cloisonne.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
