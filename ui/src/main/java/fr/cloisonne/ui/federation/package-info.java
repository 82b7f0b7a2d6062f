/** The firm's own identity providers: added, tried, switched on, removed. */
@NullMarked
package fr.cloisonne.ui.federation;

import org.jspecify.annotations.NullMarked;
