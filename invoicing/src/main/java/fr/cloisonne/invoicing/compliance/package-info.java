/**
 * Checks an invoice against the official rules and our own, and says what is wrong and how to mend
 * it.
 */
@NullMarked
@NamedInterface("compliance")
package fr.cloisonne.invoicing.compliance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
