/** Where files that people send wait on this node's disk, under a quota, until they are judged. */
@NamedInterface("staging")
@NullMarked
package fr.cloisonne.invoicing.staging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
