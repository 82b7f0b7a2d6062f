package fr.cloisonne.notification;

import fr.cloisonne.db.SettableClock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;

/** The room on its ground, beside a mail server. */
@SpringBootConfiguration
@ImportAutoConfiguration(AopAutoConfiguration.class)
@ComponentScan(
        basePackages = {
            "fr.cloisonne.db",
            "fr.cloisonne.tenancy",
            "fr.cloisonne.identity",
            "fr.cloisonne.notification"
        },
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "fr\\.cloisonne\\.(identity\\.provider\\..*|.*Room)"))
class NotificationRoom {

    @Bean
    SettableClock clock() {
        return new SettableClock();
    }

    @Bean
    MailServer server() {
        return new MailServer();
    }

    /** The port is known once the server has started. */
    @Bean
    @Primary
    SmtpOutlet smtp(MailServer server, SettableClock clock) {
        return new SmtpOutlet(settings(server.port(), false), clock);
    }

    static MailSettings settings(int port, boolean starttls) {
        return new MailSettings(
                "127.0.0.1",
                port,
                null,
                null,
                "Cloisonné <ne-pas-repondre@cabinet.example>",
                starttls);
    }
}
