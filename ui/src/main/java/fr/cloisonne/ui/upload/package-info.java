/** Files that people hand in: to disk, and never more than the server allows. */
@NullMarked
package fr.cloisonne.ui.upload;

import org.jspecify.annotations.NullMarked;
