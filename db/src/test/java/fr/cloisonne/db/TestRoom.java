package fr.cloisonne.db;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The ground alone, with a tenant bound by the test. */
@SpringBootConfiguration
@ComponentScan
class TestRoom implements BoundTenant {

    static final ScopedValue<Placement> BOUND = ScopedValue.newInstance();

    @Bean
    Clock clock() {
        return new SettableClock();
    }

    @Override
    public @Nullable Placement current() {
        return BOUND.isBound() ? BOUND.get() : null;
    }
}
