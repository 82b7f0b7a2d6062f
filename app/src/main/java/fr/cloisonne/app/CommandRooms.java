package fr.cloisonne.app;

import java.time.Clock;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The rooms that a command needs. Not annotated as configuration: the product must not find it. */
@ImportAutoConfiguration(AopAutoConfiguration.class)
@ComponentScan(
        basePackages = {"fr.cloisonne.db", "fr.cloisonne.tenancy", "fr.cloisonne.identity"},
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "fr\\.cloisonne\\.identity\\.provider\\..*"))
class CommandRooms {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
