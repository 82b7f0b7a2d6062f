/** The local FranceConnect-style identity provider: a context of its own, of fictional people. */
@NullMarked
@NamedInterface("provider")
package fr.cloisonne.identity.provider;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
