/** The first page: every client company with its four counters. */
@NullMarked
package fr.cloisonne.ui.portfolio;

import org.jspecify.annotations.NullMarked;
