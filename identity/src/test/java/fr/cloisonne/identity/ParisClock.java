package fr.cloisonne.identity;

import fr.cloisonne.db.SettableClock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that a test moves, on the wall of a firm in France; for those tests that import it. */
public class ParisClock {

    @Bean
    @Primary
    SettableClock parisClock() {
        return new SettableClock(ZoneId.of("Europe/Paris"));
    }
}
