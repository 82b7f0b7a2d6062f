/** Fictional firms, people and invoices, made once on an empty embedded database. */
@NullMarked
package fr.cloisonne.app.demonstration;

import org.jspecify.annotations.NullMarked;
