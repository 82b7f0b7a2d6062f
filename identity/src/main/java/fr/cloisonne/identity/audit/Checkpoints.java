package fr.cloisonne.identity.audit;

import fr.cloisonne.db.DatabaseSettings;
import fr.cloisonne.db.keyring.Keyring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The file of checkpoints, outside every database: only ever written at its end. Whoever can change
 * the database cannot change what stands here, and whoever can change it cannot sign.
 */
@Component
@EnableConfigurationProperties(AuditSettings.class)
class Checkpoints {

    private static final String PURPOSE = "audit checkpoint";

    private final Path file;
    private final Keyring keyring;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Map<UUID, Long> last;

    Checkpoints(AuditSettings settings, DatabaseSettings database, Keyring keyring, Clock clock) {
        Path given = settings.checkpoint();
        this.file = given == null ? database.data().resolve("audit-checkpoints") : given;
        this.keyring = keyring;
        this.clock = clock;
    }

    /** Keeps how far a chain has come, unless that stands there already. */
    void note(UUID chain, Chain.Head head) {
        lock.lock();
        try {
            Map<UUID, Long> known = known();
            if (head.n() > known.getOrDefault(chain, 0L)) {
                append(signed(chain, head).line());
                known.put(chain, head.n());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The checkpoint cannot be written to " + file, failure);
        } finally {
            lock.unlock();
        }
    }

    private Map<UUID, Long> known() {
        Map<UUID, Long> known = last;
        if (known == null) {
            Map<UUID, Long> read = new HashMap<>();
            each(one -> read.merge(one.chain(), one.n(), Math::max));
            known = read;
            last = known;
        }
        return known;
    }

    private Checkpoint signed(UUID chain, Chain.Head head) {
        Checkpoint open =
                new Checkpoint(
                        chain,
                        head.n(),
                        head.hash(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        "");
        return new Checkpoint(open.chain(), open.n(), open.hash(), open.at(), signature(open));
    }

    private void append(String line) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file,
                line + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.DSYNC);
    }

    /** What stands there of a chain, in the order in which it was written. */
    List<Checkpoint> of(UUID chain) {
        List<Checkpoint> found = new ArrayList<>();
        each(one -> {
            if (one.chain().equals(chain)) {
                found.add(one);
            }
        });
        return found;
    }

    /** What stands there of these chains, read once. */
    Map<UUID, List<Checkpoint>> of(UUID firm, Set<UUID> companies) {
        Map<UUID, List<Checkpoint>> found = new HashMap<>();
        each(one -> {
            if (one.chain().equals(firm) || companies.contains(one.chain())) {
                found.computeIfAbsent(one.chain(), chain -> new ArrayList<>()).add(one);
            }
        });
        return found;
    }

    /** All that stands there, by chain. */
    Map<UUID, List<Checkpoint>> byChain() {
        Map<UUID, List<Checkpoint>> found = new HashMap<>();
        each(one -> found.computeIfAbsent(one.chain(), chain -> new ArrayList<>()).add(one));
        return found;
    }

    boolean genuine(Checkpoint one) {
        return signature(one).equals(one.signature());
    }

    private void each(Consumer<Checkpoint> taker) {
        if (!Files.exists(file)) {
            return;
        }
        try (Stream<String> lines = Files.lines(file)) {
            lines.forEach(line -> Checkpoint.parse(line).ifPresent(taker));
        } catch (IOException failure) {
            throw new UncheckedIOException("The checkpoints cannot be read from " + file, failure);
        }
    }

    private String signature(Checkpoint one) {
        byte[] content = one.content().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(keyring.mac(PURPOSE, content));
    }
}
