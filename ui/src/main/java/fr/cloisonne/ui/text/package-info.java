/** The reader's language: bundles, dates, amounts and the texts of ready-made components. */
@NullMarked
package fr.cloisonne.ui.text;

import org.jspecify.annotations.NullMarked;
