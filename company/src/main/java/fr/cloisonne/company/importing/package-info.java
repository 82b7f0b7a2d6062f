/** Many client companies taken on at once, from a table that somebody hands in. */
@NullMarked
@NamedInterface("importing")
package fr.cloisonne.company.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
