package fr.cloisonne.identity.habilitation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method, or each public method of the class, runs only inside {@link CompanyDoor#enter}, and
 * only if the person who entered holds the right at this very moment; it is read anew before the
 * method's transaction begins.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresHabilitation {

    /**
     * The right that is needed.
     *
     * @return the right
     */
    Right value();
}
