/** The PostgreSQL server that comes along when no other is given. */
@NullMarked
package fr.cloisonne.db.embedded;

import org.jspecify.annotations.NullMarked;
