/** One client company at a glance. */
@NullMarked
package fr.cloisonne.ui.company;

import org.jspecify.annotations.NullMarked;
