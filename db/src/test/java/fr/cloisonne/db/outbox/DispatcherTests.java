package fr.cloisonne.db.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.SettableClock;
import fr.cloisonne.db.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PostgresTest
class DispatcherTests {

    private final Dispatcher dispatcher;
    private final Outbox outbox;
    private final Listener listener;
    private final SettableClock clock;
    private final TransactionTemplate transaction;
    private final TestDatabase database;

    @Autowired
    DispatcherTests(
            Dispatcher dispatcher,
            Outbox outbox,
            Listener listener,
            SettableClock clock,
            @Qualifier("platformTransactionManager") PlatformTransactionManager transactions,
            TestDatabase database) {
        this.dispatcher = dispatcher;
        this.outbox = outbox;
        this.listener = listener;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.database = database;
    }

    /** Something a test says. */
    record WordSaid(String about, String word) implements Event {

        @Override
        public String aggregate() {
            return about;
        }
    }

    /** Something that nobody listens to. */
    record WordLost(String aggregate) implements Event {}

    @TestConfiguration(proxyBeanMethods = false)
    static class Room {

        @Bean
        Listener listener(@Qualifier("platformJdbc") JdbcClient platform) {
            return new Listener(platform);
        }
    }

    /** Writes down what it hears, in the platform's database, unless told to fail. */
    static final class Listener implements EventConsumer {

        private final JdbcClient platform;
        private Predicate<String> fails = word -> false;

        Listener(JdbcClient platform) {
            this.platform = platform;
        }

        @Override
        public String name() {
            return "listener";
        }

        @Override
        public Set<Class<? extends Event>> takes() {
            return Set.of(WordSaid.class);
        }

        @Override
        public void take(Event event, RecordedEvent recorded) {
            WordSaid said = (WordSaid) event;
            platform.sql("INSERT INTO platform.heard (word) VALUES (?)")
                    .param(said.word())
                    .update();
            if (fails.test(said.word())) {
                throw new IllegalStateException("no " + said.word());
            }
        }
    }

    @BeforeEach
    void silence() {
        database.superuser()
                .sql(
                        """
                        DROP TABLE IF EXISTS platform.heard;
                        CREATE TABLE platform.heard (n serial, word text);
                        GRANT ALL ON ALL TABLES IN SCHEMA platform TO PUBLIC;
                        GRANT ALL ON ALL SEQUENCES IN SCHEMA platform TO PUBLIC;
                        TRUNCATE platform.outbox, platform.delivery, platform.dead_letter;
                        """)
                .update();
        listener.fails = word -> false;
    }

    @Test
    void eachEventIsHeardOnceInOrderAndLeaves() {
        say("a", "one", "two");
        transaction.executeWithoutResult(s -> outbox.record(new WordLost("a")));
        dispatcher.dispatch();
        dispatcher.dispatch();
        assertThat(heard()).containsExactly("one", "two");
        assertThat(left()).isZero();
    }

    @Test
    void whatIsUndoneWasNeverTold() {
        transaction.executeWithoutResult(s -> {
            outbox.record(new WordSaid("a", "undone"));
            s.setRollbackOnly();
        });
        dispatcher.dispatch();
        assertThat(heard()).isEmpty();
    }

    @Test
    void oneThatFailsHoldsUpItsOwnLineAlone() {
        say("a", "bad", "behind");
        say("b", "other");
        listener.fails = "bad"::equals;
        dispatcher.dispatch();
        assertThat(heard()).as("a failed effect is undone").containsExactly("other");
        listener.fails = word -> false;
        dispatcher.dispatch();
        assertThat(heard()).as("not before its time").containsExactly("other");
        clock.advance(Duration.ofSeconds(3));
        dispatcher.dispatch();
        assertThat(heard()).containsExactly("other", "bad", "behind");
        assertThat(left()).isZero();
    }

    @Test
    void theTenthFailureSetsItAsideUntilItIsReplayed() {
        say("a", "poison", "behind");
        listener.fails = "poison"::equals;
        for (int i = 0; i < Deliveries.TRIES; i++) {
            assertThat(dispatcher.deadLetters(10)).isEmpty();
            dispatcher.dispatch();
            clock.advance(Duration.ofHours(1));
        }
        assertThat(heard()).containsExactly("behind");
        assertThat(left()).isZero();
        DeadLetter letter = dispatcher.deadLetters(10).getFirst();
        assertThat(letter.error()).contains("no poison");
        assertThat(dispatcher.replay(letter.event().id(), "listener")).isFalse();
        assertThat(dispatcher.replay(letter.event().id(), "nobody")).isFalse();
        assertThat(dispatcher.deadLetters(10)).hasSize(1);
        listener.fails = word -> false;
        assertThat(dispatcher.replay(letter.event().id(), "listener")).isTrue();
        assertThat(dispatcher.deadLetters(10)).isEmpty();
        assertThat(heard()).containsExactly("behind", "poison");
        assertThat(dispatcher.replay(letter.event().id(), "listener")).isFalse();
    }

    @Test
    void aCrashBetweenEffectAndDeletionDoesNotTellItTwice() {
        say("a", "once");
        database.superuser()
                .sql("CREATE TABLE platform.copy AS SELECT * FROM platform.outbox")
                .update();
        dispatcher.dispatch();
        // As if the deletion had not been committed.
        database.superuser()
                .sql(
                        "INSERT INTO platform.outbox SELECT * FROM platform.copy; DROP TABLE platform.copy")
                .update();
        dispatcher.dispatch();
        assertThat(heard()).containsExactly("once");
        assertThat(left()).isZero();
    }

    @Test
    void dispatchersAtOnceTellNothingTwice() throws Exception {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            words.add("w" + i);
        }
        say("a", words.toArray(String[]::new));
        CyclicBarrier start = new CyclicBarrier(3);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> dispatch =
                    () -> {
                        start.await();
                        dispatcher.dispatch();
                        return true;
                    };
            for (var done : threads.invokeAll(Collections.nCopies(3, dispatch))) {
                assertThat(done.get()).isTrue();
            }
        }
        dispatcher.dispatch();
        assertThat(heard()).containsExactlyElementsOf(words);
        assertThat(left()).isZero();
    }

    private void say(String about, String... words) {
        for (String word : words) {
            transaction.executeWithoutResult(s -> outbox.record(new WordSaid(about, word)));
        }
    }

    private List<@Nullable String> heard() {
        return database.superuser()
                .sql("SELECT word FROM platform.heard ORDER BY n")
                .query(String.class)
                .list();
    }

    private int left() {
        return database.superuser()
                .sql("SELECT count(*) FROM platform.outbox")
                .query(Integer.class)
                .single();
    }
}
