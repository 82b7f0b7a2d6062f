package fr.cloisonne.identity;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The room on its ground, without the local provider. */
@SpringBootConfiguration
@ImportAutoConfiguration(AopAutoConfiguration.class)
@ComponentScan(
        basePackages = {"fr.cloisonne.db", "fr.cloisonne.tenancy", "fr.cloisonne.identity"},
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "fr\\.cloisonne\\.(identity\\.provider\\..*|.*Room)"))
public class IdentityRoom {

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Europe/Paris"));
    }
}
