/** News for the rooms above: recorded in the transaction that makes it true. */
@NullMarked
@NamedInterface("outbox")
package fr.cloisonne.db.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
