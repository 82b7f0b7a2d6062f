/** What an administrator says about the firm itself. */
@NullMarked
package fr.cloisonne.ui.firm;

import org.jspecify.annotations.NullMarked;
