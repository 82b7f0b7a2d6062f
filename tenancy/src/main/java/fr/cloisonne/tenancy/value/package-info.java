/** Identifiers and other values of the field that cannot be wrong. */
@NullMarked
@NamedInterface("value")
package fr.cloisonne.tenancy.value;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
