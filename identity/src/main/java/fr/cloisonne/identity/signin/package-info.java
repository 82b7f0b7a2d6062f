/** Signing in with local credentials. */
@NullMarked
@NamedInterface("signin")
package fr.cloisonne.identity.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
