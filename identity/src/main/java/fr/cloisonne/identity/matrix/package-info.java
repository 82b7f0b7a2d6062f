/** A firm's rights as a table: places down, people across, read a window at a time. */
@NullMarked
@NamedInterface("matrix")
package fr.cloisonne.identity.matrix;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
