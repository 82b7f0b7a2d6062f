/** The command {@code check}: verdicts on the command line, without a server or a database. */
@NullMarked
@NamedInterface("check")
package fr.cloisonne.app.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
