/** How a firm comes to be: registration, its opening, attachment to one there is, operators. */
@NullMarked
@NamedInterface("registration")
package fr.cloisonne.identity.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
