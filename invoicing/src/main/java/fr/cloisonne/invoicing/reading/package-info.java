/** Reads what firms hand in: UBL, CII and Factur-X into one EN 16931 model. */
@NullMarked
@NamedInterface("reading")
package fr.cloisonne.invoicing.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
