/** Who did what, for whom: a chain that shows every change. */
@NullMarked
@NamedInterface("audit")
package fr.cloisonne.identity.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
