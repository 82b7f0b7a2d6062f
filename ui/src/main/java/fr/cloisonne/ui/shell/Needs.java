package fr.cloisonne.ui.shell;

import fr.cloisonne.identity.habilitation.Right;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The right without which a page does not open. It decides what the page shows and which status its
 * address answers; the services behind it ask again.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Needs {

    /** The right. */
    Right value();
}
