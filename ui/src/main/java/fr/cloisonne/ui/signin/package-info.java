/** The door: local form, federated buttons, and the one-time linking of the two. */
@NullMarked
package fr.cloisonne.ui.signin;

import org.jspecify.annotations.NullMarked;
