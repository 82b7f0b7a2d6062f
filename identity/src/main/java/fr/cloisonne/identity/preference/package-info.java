/** What is kept for one person alone: what they have typed and not sent. */
@NullMarked
@NamedInterface("preference")
package fr.cloisonne.identity.preference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
