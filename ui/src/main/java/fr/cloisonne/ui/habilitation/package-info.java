/** Who may do what, and the delegations from one colleague to another. */
@NullMarked
package fr.cloisonne.ui.habilitation;

import org.jspecify.annotations.NullMarked;
