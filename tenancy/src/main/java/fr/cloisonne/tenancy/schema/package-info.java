/** How the client companies' schemas come to the latest version, and what opens meanwhile. */
@NullMarked
@NamedInterface("schema")
package fr.cloisonne.tenancy.schema;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
