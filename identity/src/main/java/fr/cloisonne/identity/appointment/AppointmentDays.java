package fr.cloisonne.identity.appointment;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.JoinedBy;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.appointment.Appointment.Kind;
import fr.cloisonne.identity.appointment.Appointment.State;
import fr.cloisonne.identity.appointment.AppointmentRows.Line;
import fr.cloisonne.identity.habilitation.Appointing;
import fr.cloisonne.identity.registration.Attachments;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Lets appointments take effect when their notice has run out, each in one transaction: whatever
 * was cut off is done by the next turn. What is true no more lapses.
 */
@Component
public class AppointmentDays {

    private final AppointmentRows rows;
    private final AppointmentRules rules;
    private final AppointmentRecord record;
    private final Appointing appointing;
    private final Attachments attachments;
    private final UserAccounts accounts;
    private final Clock clock;

    AppointmentDays(
            AppointmentRows rows,
            AppointmentRules rules,
            AppointmentRecord record,
            Appointing appointing,
            Attachments attachments,
            UserAccounts accounts,
            Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.record = record;
        this.appointing = appointing;
        this.attachments = attachments;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Lets one take effect.
     *
     * @return whether there was one
     */
    @PlatformTransaction
    public boolean takeOne() {
        Optional<Line> next = rows.due(clock.instant());
        next.ifPresent(this::take);
        return next.isPresent();
    }

    private void take(Line line) {
        boolean holds = rules.against(line.firm(), line.person(), line.kind()).isEmpty();
        State outcome = holds ? State.TAKEN : State.LAPSED;
        if (holds) {
            attachments.settle(line.firm(), line.person());
            accounts.join(line.person(), line.firm(), JoinedBy.OPERATORS);
            give(line);
        }
        rows.end(line.id(), outcome, null, null, clock.instant());
        record.step(line, null, outcome);
    }

    private void give(Line line) {
        if (line.kind() == Kind.LASTING) {
            appointing.lastingly(line.firm(), line.person());
        } else {
            appointing.provisionally(line.firm(), line.person(), line.proposedBy(), line.reason());
        }
    }
}
