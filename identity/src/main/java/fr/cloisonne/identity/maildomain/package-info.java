/** Mail domains that firms have proven to be their own, and what that proof decides. */
@NullMarked
@NamedInterface("maildomain")
package fr.cloisonne.identity.maildomain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
