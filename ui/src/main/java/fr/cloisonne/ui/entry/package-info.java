/** The ways in for whoever is not signed in yet: home, registration, activation, a new password. */
@NullMarked
package fr.cloisonne.ui.entry;

import org.jspecify.annotations.NullMarked;
