/** Who did what, and for whom, read as sentences. */
@NullMarked
package fr.cloisonne.ui.audit;

import org.jspecify.annotations.NullMarked;
