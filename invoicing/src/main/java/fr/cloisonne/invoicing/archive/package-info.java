/** Opens the archives in which many documents come at once: zip and tar.gz, within limits. */
@NullMarked
@NamedInterface("archive")
package fr.cloisonne.invoicing.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
