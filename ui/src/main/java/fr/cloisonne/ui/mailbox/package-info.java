/** The mailbox of a demonstration, where every mail lands that would have left. */
@NullMarked
package fr.cloisonne.ui.mailbox;

import org.jspecify.annotations.NullMarked;
