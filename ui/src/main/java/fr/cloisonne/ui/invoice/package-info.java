/** The list of invoices and the page of one invoice. */
@NullMarked
package fr.cloisonne.ui.invoice;

import org.jspecify.annotations.NullMarked;
