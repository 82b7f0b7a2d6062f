/** The pages of the people of the service: which firms open, and how operators come. */
@NullMarked
package fr.cloisonne.ui.operator;

import org.jspecify.annotations.NullMarked;
