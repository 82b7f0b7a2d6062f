/** The people of a firm: who belongs to it, who is invited, and what they ask for. */
@NullMarked
@NamedInterface("membership")
package fr.cloisonne.identity.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
