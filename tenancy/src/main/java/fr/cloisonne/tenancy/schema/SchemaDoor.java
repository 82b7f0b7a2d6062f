package fr.cloisonne.tenancy.schema;

import fr.cloisonne.db.ClientSchema;
import fr.cloisonne.db.ClientVersion;
import fr.cloisonne.db.Placement;
import fr.cloisonne.tenancy.schema.SchemaUpgrade.Outcome;
import fr.cloisonne.tenancy.value.TenantId;
import fr.cloisonne.tenancy.value.TenantUnavailableException;
import fr.cloisonne.tenancy.value.TenantUnavailableException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Lets work into a schema only where this code and the schema fit. The latest version opens once
 * what it says was found in the database; an earlier one is upgraded on the spot; a later one opens
 * as long as nothing was taken away that this code uses; what failed stays closed, alone.
 */
@Component
public class SchemaDoor {

    /** A schema that passed is asked only for its version again, and not more often than so. */
    private static final Duration TRUST = Duration.ofSeconds(30);

    private record Passed(String label, Instant at) {}

    private final Ledger ledger;
    private final SchemaUpgrade upgrade;
    private final ClientSchema schema;
    private final Clock clock;
    private final Map<Placement, Passed> passed = new ConcurrentHashMap<>();

    SchemaDoor(Ledger ledger, SchemaUpgrade upgrade, ClientSchema schema, Clock clock) {
        this.ledger = ledger;
        this.upgrade = upgrade;
        this.schema = schema;
        this.clock = clock;
    }

    /**
     * Lets this node's work in.
     *
     * @param tenant the company
     * @param placement where it lives
     * @throws TenantUnavailableException if code and schema do not fit; nothing was done then
     */
    public void pass(TenantId tenant, Placement placement) {
        Instant now = clock.instant();
        Passed before = passed.get(placement);
        if (before != null && Duration.between(before.at(), now).abs().compareTo(TRUST) < 0) {
            return;
        }
        String label = ledger.label(placement).orElseThrow(() -> refused(tenant, Reason.NOT_OPEN));
        if (before == null || !before.label().equals(label)) {
            label = judged(tenant, placement, label);
        }
        passed.put(placement, new Passed(label, now));
    }

    private String judged(TenantId tenant, Placement placement, String label) {
        String latest = schema.changelog().latest().label();
        if (label.equals(latest)) {
            if (!upgrade.whole(placement)) {
                throw refused(tenant, Reason.CLOSED);
            }
        } else if (schema.changelog().of(label).isPresent()) {
            upgraded(tenant, placement);
            return latest;
        } else {
            later(tenant, placement, label);
        }
        return label;
    }

    /** What failed a moment ago is not tried at each visit, but when its turn comes. */
    private void upgraded(TenantId tenant, Placement placement) {
        Optional<Failure> waiting =
                ledger.failure(placement)
                        .filter(failure -> failure.nextAt().isAfter(clock.instant()))
                        .filter(failure ->
                                failure.label().equals(schema.changelog().latest().label()));
        boolean open = waiting.isEmpty() && opened(upgrade.upgrade(placement), placement);
        if (!open) {
            boolean passing = ledger.failure(placement).map(f -> f.kind().passing()).orElse(true);
            throw refused(tenant, passing ? Reason.UPGRADING : Reason.CLOSED);
        }
    }

    /** Another node may have upgraded it while this one waited for its row. */
    private boolean opened(Outcome outcome, Placement placement) {
        return switch (outcome) {
            case DONE -> true;
            case NOTHING_TO_DO ->
                    ledger.label(placement)
                            .filter(schema.changelog().latest().label()::equals)
                            .isPresent();
            case FAILED, CELL_FAILS -> false;
        };
    }

    /** A label that no node has told is of a history that is not ours. */
    private void later(TenantId tenant, Placement placement, String label) {
        ClientVersion own = schema.changelog().latest();
        int from =
                ledger.openFrom(placement.cell(), label)
                        .orElseThrow(() -> refused(tenant, Reason.CLOSED));
        if (from > own.number()) {
            throw refused(tenant, Reason.UPGRADING);
        }
    }

    private static TenantUnavailableException refused(TenantId tenant, Reason reason) {
        return new TenantUnavailableException(tenant, reason);
    }
}
