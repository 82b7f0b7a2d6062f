package fr.cloisonne.tenancy;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The room on its ground. */
@SpringBootConfiguration
@ComponentScan(
        basePackages = {"fr.cloisonne.db", "fr.cloisonne.tenancy"},
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = "fr\\.cloisonne\\..*Room"))
class TenancyRoom {

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Europe/Paris"));
    }
}
