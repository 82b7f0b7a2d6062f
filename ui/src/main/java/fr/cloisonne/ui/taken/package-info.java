/** Files that people take away, each of them on record. */
@NullMarked
package fr.cloisonne.ui.taken;

import org.jspecify.annotations.NullMarked;
