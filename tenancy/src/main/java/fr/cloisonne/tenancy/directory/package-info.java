/** The public directory of companies: whether a SIREN or SIRET exists, and what it is called. */
@NullMarked
@NamedInterface("directory")
package fr.cloisonne.tenancy.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
