package fr.cloisonne.app;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The product's time: days begin and end in its zone. */
@Configuration(proxyBeanMethods = false)
class Time {

    @Bean
    Clock clock(ProductSettings settings) {
        return Clock.system(settings.zone());
    }
}
