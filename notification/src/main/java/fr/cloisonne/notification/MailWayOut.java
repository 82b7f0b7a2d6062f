package fr.cloisonne.notification;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Chooses the way out: the server that is set, or the mailbox of a demonstration, or none. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailWayOut {

    private static final Logger LOG = LoggerFactory.getLogger(MailWayOut.class);

    @Bean
    @Conditional(InDemonstration.class)
    DemonstrationMailbox mailbox(Clock clock) {
        return new DemonstrationMailbox(clock);
    }

    @Bean
    @ConditionalOnMissingBean(MailOutlet.class)
    MailOutlet outlet(MailSettings settings, Clock clock) {
        if (settings.host() == null) {
            LOG.warn("No mail leaves: set cloisonne.mail.host and cloisonne.mail.from.");
            return new NoOutlet();
        }
        return new SmtpOutlet(settings, clock);
    }
}
