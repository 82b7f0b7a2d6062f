/** What a person sees of all the client companies at once: two projections kept in each cell. */
@NamedInterface("portfolio")
@NullMarked
package fr.cloisonne.invoicing.portfolio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
