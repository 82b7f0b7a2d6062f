package fr.cloisonne.notification;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** A demonstration without a mail server of its own. */
final class InDemonstration implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var settings = context.getEnvironment();
        return settings.getProperty("cloisonne.demonstration", Boolean.class, false)
                && !settings.containsProperty("cloisonne.mail.host");
    }
}
