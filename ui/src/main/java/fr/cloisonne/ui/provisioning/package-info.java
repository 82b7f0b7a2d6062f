/** Where a firm connects its own directory, and where a person agrees to join a firm. */
@NullMarked
package fr.cloisonne.ui.provisioning;

import org.jspecify.annotations.NullMarked;
