/** Time away: who stands in for whom, and the report afterwards. */
@NullMarked
package fr.cloisonne.ui.absence;

import org.jspecify.annotations.NullMarked;
