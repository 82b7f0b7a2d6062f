/** Handing in invoices, and the verdict on each of them. */
@NullMarked
package fr.cloisonne.ui.deposit;

import org.jspecify.annotations.NullMarked;
