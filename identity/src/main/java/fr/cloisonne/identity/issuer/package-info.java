/** The product's token issuer, for machines and for tools of others; real accounts only. */
@NullMarked
@NamedInterface("issuer")
package fr.cloisonne.identity.issuer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
