/** Signing in through an OpenID Connect provider. */
@NullMarked
@NamedInterface("federation")
package fr.cloisonne.identity.federation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
