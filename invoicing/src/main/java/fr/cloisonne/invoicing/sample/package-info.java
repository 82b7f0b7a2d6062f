/** Fictional invoices that keep all the rules: for the demonstration and the tests. */
@NullMarked
@NamedInterface("sample")
package fr.cloisonne.invoicing.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
