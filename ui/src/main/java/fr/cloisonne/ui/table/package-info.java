/** Tables that people take away with them, as files for their spreadsheet. */
@NullMarked
package fr.cloisonne.ui.table;

import org.jspecify.annotations.NullMarked;
