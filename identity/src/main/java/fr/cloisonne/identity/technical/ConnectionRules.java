package fr.cloisonne.identity.technical;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.technical.ConnectionRefusedException.Reason;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What each act about a firm's connections asks first, and what it leaves in the audit trail. */
@Component
class ConnectionRules {

    private final ConnectionReading reading;
    private final Habilitations habilitations;
    private final AuditTrail audit;
    private final Clock clock;

    ConnectionRules(
            ConnectionReading reading, Habilitations habilitations, AuditTrail audit, Clock clock) {
        this.reading = reading;
        this.habilitations = habilitations;
        this.audit = audit;
        this.clock = clock;
    }

    FirmId requireManaging(UserAccountId by, FirmShortName firm) {
        return habilitations.requireInFirm(by, firm, Right.MANAGE_CONNECTIONS).id();
    }

    /** A connection of the firm that has not ended. */
    TechnicalConnection require(FirmId firm, TokenClientId connection) {
        return reading.of(firm).stream()
                .filter(one -> one.id().equals(connection))
                .filter(one -> one.state() != TechnicalConnection.State.REVOKED)
                .findFirst()
                .orElseThrow(() -> new ConnectionRefusedException(Reason.NOT_FOUND));
    }

    /** Days are the product's: to the end of the last one. */
    @Nullable Instant end(@Nullable LocalDate lastDay) {
        if (lastDay == null) {
            return null;
        }
        Instant end = lastDay.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        if (!end.isAfter(clock.instant())) {
            throw new ConnectionRefusedException(Reason.END);
        }
        return end;
    }

    void record(FirmId firm, UserAccountId by, String act, TokenClientId connection) {
        audit.recordUse(
                firm,
                by,
                Right.MANAGE_CONNECTIONS,
                act,
                Map.of("connection", connection.toString()));
    }
}
