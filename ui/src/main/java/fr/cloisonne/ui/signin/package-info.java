/** The door: local form, federated buttons, and the one-time linking of the two. */
@NullMarked
@NamedInterface("signin")
package fr.cloisonne.ui.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
