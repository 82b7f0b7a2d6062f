package fr.cloisonne.tenancy;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The room on its ground. */
@SpringBootConfiguration
@ComponentScan({"fr.cloisonne.db", "fr.cloisonne.tenancy"})
class TenancyRoom {

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Europe/Paris"));
    }
}
