package fr.cloisonne.company.importing;

import fr.cloisonne.company.ClientCompanyAddition;
import fr.cloisonne.company.CompanyKnownException;
import fr.cloisonne.company.TooManyAdditionsException;
import fr.cloisonne.company.importing.ImportQueue.Begun;
import fr.cloisonne.company.importing.ImportQueue.Claimed;
import fr.cloisonne.identity.habilitation.RightMissingException;
import fr.cloisonne.identity.habilitation.SeeingOnlyException;
import fr.cloisonne.tenancy.ClientCompanies;
import fr.cloisonne.tenancy.ClientCompanies.Taken;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Adds the companies of the imports that go on, a slice of one import after a slice of another, so
 * that a long list makes nobody wait. The right of whoever started it is asked for each line. A
 * line that was cut is looked up before it is added: it never makes a second company.
 */
@Component
class ImportWork {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);

    private static final int SLICE = 50;
    private static final int TRIES = 5;
    private static final Duration LATER = Duration.ofSeconds(30);

    private final ImportQueue queue;
    private final ImportAudit audit;
    private final ClientCompanyAddition addition;
    private final ClientCompanies companies;
    private final Clock clock;

    ImportWork(
            ImportQueue queue,
            ImportAudit audit,
            ClientCompanyAddition addition,
            ClientCompanies companies,
            Clock clock) {
        this.queue = queue;
        this.audit = audit;
        this.addition = addition;
        this.companies = companies;
        this.clock = clock;
    }

    /** Works on one import for a slice; false if none waits. */
    boolean serve() {
        Optional<Claimed> claimed = queue.claim(clock.instant());
        claimed.ifPresent(this::serve);
        return claimed.isPresent();
    }

    private void serve(Claimed claimed) {
        for (int i = 0; i < SLICE; i++) {
            Optional<Begun> line = queue.begin(claimed, clock.instant());
            if (line.isEmpty()) {
                audit.end(claimed, clock.instant());
                return;
            }
            Duration rest = add(claimed, line.get());
            if (rest.isPositive()) {
                queue.release(claimed, clock.instant().plus(rest));
                return;
            }
        }
        queue.release(claimed, clock.instant());
    }

    /** For how long the import is better left alone now. */
    private Duration add(Claimed claimed, Begun line) {
        try {
            return line.cut() ? resume(claimed, line) : addAnew(claimed, line);
        } catch (CompanyKnownException known) {
            queue.settle(claimed, line, ImportVerdict.KNOWN, List.of(), null);
        } catch (RightMissingException ended) {
            queue.refuseRest(claimed, ImportFault.ofLine("right"));
        } catch (TooManyAdditionsException tooMany) {
            queue.refuseRest(claimed, ImportFault.ofLine("too-many"));
        } catch (SeeingOnlyException seeing) {
            return LATER;
        } catch (RuntimeException failure) {
            return failed(claimed, line, failure);
        }
        return Duration.ZERO;
    }

    private Duration addAnew(Claimed claimed, Begun line) {
        addition.addBegun(
                claimed.person(),
                claimed.firm(),
                line.form(),
                tenant -> {
                    if (!queue.settle(claimed, line, ImportVerdict.ADDED, List.of(), tenant)) {
                        throw new IllegalStateException("Somebody else has settled this line");
                    }
                });
        return Duration.ZERO;
    }

    private Duration resume(Claimed claimed, Begun line) {
        Optional<Taken> taken = companies.taken(claimed.firm(), line.form().siren());
        if (taken.isEmpty()) {
            return addAnew(claimed, line);
        }
        if (!taken.get().open()) {
            // Whoever settles what was cut will open or forget it.
            return LATER;
        }
        if (taken.get().madeAt().isBefore(line.at()) || queue.credited(taken.get().tenant())) {
            queue.settle(claimed, line, ImportVerdict.KNOWN, List.of(), null);
        } else {
            audit.added(claimed, line, taken.get().tenant());
        }
        return Duration.ZERO;
    }

    private Duration failed(Claimed claimed, Begun line, RuntimeException failure) {
        LOG.warn("A line of import {} could not be added", claimed.id(), failure);
        queue.failed(claimed, line);
        if (line.tries() + 1 < TRIES) {
            return Duration.ofSeconds(1L << line.tries());
        }
        queue.settle(
                claimed, line, ImportVerdict.REFUSED, List.of(ImportFault.ofLine("failed")), null);
        return Duration.ZERO;
    }
}
