/** What somebody has typed in a form and not sent, there again when the form opens anew. */
@NullMarked
package fr.cloisonne.ui.typed;

import org.jspecify.annotations.NullMarked;
