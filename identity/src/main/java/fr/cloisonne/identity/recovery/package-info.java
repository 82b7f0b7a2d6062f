/** The way back in for whoever has lost every second factor: two acts, a delay, and notices. */
@NullMarked
@NamedInterface("recovery")
package fr.cloisonne.identity.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
