/** The pieces of the look: chips, status enamels, tiles, facts and icons. */
@NullMarked
package fr.cloisonne.ui.enamel;

import org.jspecify.annotations.NullMarked;
