package fr.cloisonne.db.outbox;

import fr.cloisonne.db.Cells;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands each recorded event to each consumer that takes it, at least once and, within one
 * aggregate, in order. An event that everybody has, or that nobody takes, leaves its outbox. One
 * that fails is tried again after 1, 2, 4 … seconds, those behind it wait, and the tenth failure
 * sets it aside.
 */
@Component
public class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    /** What came of one try. */
    private enum Outcome {
        TAKEN,
        FAILED,
        SET_ASIDE
    }

    private final Deliveries deliveries;
    private final List<EventConsumer> consumers;
    private final List<Recorded> outboxes = new ArrayList<>();

    Dispatcher(
            Deliveries deliveries,
            ObjectProvider<EventConsumer> consumers,
            Cells cells,
            @Qualifier("platformJdbc") JdbcClient platform,
            @Qualifier("platformTransactionManager") PlatformTransactionManager transactions) {
        this.deliveries = deliveries;
        this.consumers = consumers.orderedStream().toList();
        outboxes.add(
                Recorded.platform(inPlatform(platform, new TransactionTemplate(transactions))));
        cells.names().forEach(cell -> outboxes.add(Recorded.cell(inCell(cells, cell))));
    }

    private static Recorded.Transactions inPlatform(
            JdbcClient platform, TransactionTemplate transaction) {
        return new Recorded.Transactions() {
            @Override
            public <T> T run(Function<JdbcClient, T> work) {
                T result = transaction.execute(status -> work.apply(platform));
                return result;
            }
        };
    }

    private static Recorded.Transactions inCell(Cells cells, String cell) {
        return new Recorded.Transactions() {
            @Override
            public <T> T run(Function<JdbcClient, T> work) {
                return cells.inWork(cell, work);
            }
        };
    }

    /** Goes once through all outboxes. */
    public void dispatch() {
        for (Recorded outbox : outboxes) {
            Map<String, Set<String>> heldUp = new HashMap<>();
            outbox.each(page -> hand(page, heldUp));
        }
        deliveries.forgetOld();
    }

    /**
     * What was set aside, the latest first.
     *
     * @param limit at most so many
     * @return the letters
     */
    public List<DeadLetter> deadLetters(int limit) {
        return deliveries.deadLetters(limit);
    }

    /**
     * Tries once more what was set aside.
     *
     * @param event id of the event
     * @param consumer name of the consumer
     * @return whether it was taken now; if not it stays set aside
     */
    public boolean replay(UUID event, String consumer) {
        return consumers.stream()
                .filter(one -> one.name().equals(consumer))
                .anyMatch(one ->
                        deliveries
                                .deadLetter(event, consumer)
                                .filter(dead -> tried(one, dead.event()) == Outcome.TAKEN)
                                .isPresent());
    }

    private List<UUID> hand(List<RecordedEvent> page, Map<String, Set<String>> heldUp) {
        return page.stream()
                .filter(event -> handToAll(event, heldUp))
                .map(RecordedEvent::id)
                .toList();
    }

    /** Whether nothing is left to do for this event. */
    private boolean handToAll(RecordedEvent event, Map<String, Set<String>> heldUp) {
        boolean done = true;
        for (EventConsumer consumer : consumers) {
            if (type(consumer, event) != null) {
                done &= hand(consumer, event, held(heldUp, consumer));
            }
        }
        return done;
    }

    private static Set<String> held(Map<String, Set<String>> heldUp, EventConsumer consumer) {
        return heldUp.computeIfAbsent(consumer.name(), name -> new HashSet<>());
    }

    private boolean hand(EventConsumer consumer, RecordedEvent event, Collection<String> heldUp) {
        if (heldUp.contains(event.line())) {
            return false;
        }
        boolean done =
                switch (deliveries.state(event.id(), consumer.name())) {
                    case DONE -> true;
                    case WAITING -> false;
                    // What was set aside waits elsewhere; those behind it may go on.
                    case DUE -> tried(consumer, event) != Outcome.FAILED;
                };
        if (!done) {
            heldUp.add(event.line());
        }
        return done;
    }

    private Outcome tried(EventConsumer consumer, RecordedEvent event) {
        try {
            deliveries.deliver(consumer, Objects.requireNonNull(type(consumer, event)), event);
            return Outcome.TAKEN;
        } catch (RuntimeException failure) {
            boolean aside = deliveries.failed(consumer, event, word(failure));
            LOG.warn(
                    "{} could not take {} {}{}",
                    consumer.name(),
                    event.kind(),
                    event.id(),
                    aside ? ", which is set aside" : "",
                    failure);
            return aside ? Outcome.SET_ASIDE : Outcome.FAILED;
        }
    }

    private static @Nullable Class<? extends Event> type(
            EventConsumer consumer, RecordedEvent event) {
        return consumer.takes().stream()
                .filter(type -> type.getSimpleName().equals(event.kind()))
                .findFirst()
                .orElse(null);
    }

    private static String word(Throwable failure) {
        String word = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return word.substring(0, Math.min(500, word.length()));
    }
}
