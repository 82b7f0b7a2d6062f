/** The keys with which the product signs, in sets that never stand for one another. */
@NullMarked
package fr.cloisonne.identity.signature;

import org.jspecify.annotations.NullMarked;
