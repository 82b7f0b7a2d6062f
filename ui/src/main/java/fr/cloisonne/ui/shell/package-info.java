/** What surrounds every page: frame, menu, client switcher, addresses and the pages of refusal. */
@NullMarked
package fr.cloisonne.ui.shell;

import org.jspecify.annotations.NullMarked;
