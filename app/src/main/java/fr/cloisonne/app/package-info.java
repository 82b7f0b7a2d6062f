/** Puts the rooms together: security chains, configuration, demonstration data. */
@NullMarked
package fr.cloisonne.app;

import org.jspecify.annotations.NullMarked;
