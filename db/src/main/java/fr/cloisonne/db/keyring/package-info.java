/** Keys that never lie in a database. */
@NullMarked
@NamedInterface("keyring")
package fr.cloisonne.db.keyring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
