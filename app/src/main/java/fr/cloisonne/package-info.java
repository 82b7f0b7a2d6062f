/**
 * Cloisonné: electronic invoicing for accounting firms, every client company in a cell of its own.
 */
@NullMarked
package fr.cloisonne;

import org.jspecify.annotations.NullMarked;
