/** Requests to belong to a firm, for its administrators to answer. */
@NullMarked
package fr.cloisonne.ui.attachment;

import org.jspecify.annotations.NullMarked;
