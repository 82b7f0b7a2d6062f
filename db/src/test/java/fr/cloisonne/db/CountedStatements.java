package fr.cloisonne.db;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many statements the product sends to the database on this thread, as Spring's JDBC tells. */
public final class CountedStatements {

    private CountedStatements() {}

    /**
     * Counts while something is done.
     *
     * @param act what is done
     * @return how many statements that took
     */
    public static int in(Runnable act) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Level before = logger.getLevel();
        boolean louder = logger.isAdditive();
        var counter = new Counter(Thread.currentThread().getName());
        counter.start();
        logger.addAppender(counter);
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
        try {
            act.run();
            return counter.statements.get();
        } finally {
            logger.setLevel(before);
            logger.setAdditive(louder);
            logger.detachAppender(counter);
        }
    }

    private static final class Counter extends AppenderBase<ILoggingEvent> {

        private final String thread;
        private final AtomicInteger statements = new AtomicInteger();

        Counter(String thread) {
            this.thread = thread;
        }

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getThreadName().equals(thread)
                    && event.getMessage().startsWith("Executing prepared SQL statement")) {
                statements.incrementAndGet();
            }
        }
    }
}
