package fr.cloisonne.identity.registration;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.account.ActivationId;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.Siren;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of firms that were asked for. */
@Component
class FirmRequests {

    private final JdbcClient platform;
    private final UserAccounts accounts;
    private final Clock clock;

    FirmRequests(
            @Qualifier("platformJdbc") JdbcClient platform, UserAccounts accounts, Clock clock) {
        this.platform = platform;
        this.accounts = accounts;
        this.clock = clock;
    }

    void insert(FirmId firm, ActivationId activation, UserAccountId person) {
        platform.sql(
                        "INSERT INTO platform.firm_request (firm_id, activation_id, asked_by, asked_at) VALUES (?, ?, ?, ?)")
                .params(firm.value(), activation.value(), person.value(), now())
                .update();
    }

    void answer(FirmId firm, UserAccountId by, String answer) {
        platform.sql(
                        "UPDATE platform.firm_request SET answered_by = ?, answered_at = ?, answer = ? WHERE firm_id = ?")
                .params(by.value(), now(), answer, firm.value())
                .update();
    }

    Optional<FirmWish> wishOf(UserAccountId person) {
        return platform.sql(
                        """
                        SELECT f.state, f.legal_name, r.answer
                        FROM platform.firm_request r JOIN platform.firm f ON f.id = r.firm_id
                        WHERE r.asked_by = ? ORDER BY r.asked_at DESC LIMIT 1
                        """)
                .param(person.value())
                .query((row, n) ->
                        wish(
                                row.getString(1),
                                row.getString(2),
                                Objects.requireNonNullElse(row.getString(3), "")))
                .optional()
                .flatMap(wish -> wish);
    }

    private static Optional<FirmWish> wish(String state, String legalName, String answer) {
        return switch (state) {
            case "REQUESTED" -> Optional.of(new FirmWish.Waiting(legalName));
            case "REFUSED" -> Optional.of(new FirmWish.Refused(legalName, answer));
            default -> Optional.empty();
        };
    }

    List<FirmRequestLine> waiting() {
        return platform.sql(
                        """
                        SELECT f.id, f.short_name, f.legal_name, f.siren, g.checked, g.capacity,
                               r.asked_by, r.asked_at
                        FROM platform.firm f
                        JOIN platform.firm_request r ON r.firm_id = f.id
                        JOIN platform.registration g USING (activation_id)
                        WHERE f.state = 'REQUESTED' ORDER BY f.created_at LIMIT 200
                        """)
                .query((row, n) ->
                        new FirmRequestLine(
                                new FirmId(row.getObject(1, UUID.class)),
                                row.getString(2),
                                row.getString(3),
                                new Siren(row.getString(4)),
                                row.getBoolean(5),
                                Capacity.valueOf(row.getString(6)),
                                accounts.card(new UserAccountId(row.getObject(7, UUID.class))),
                                row.getTimestamp(8).toInstant()))
                .list();
    }

    /** One that waits or was decided. */
    record Asked(
            UserAccountId person, Siren siren, Capacity capacity, String state, String answer) {}

    Optional<Asked> find(FirmId firm) {
        return platform.sql(
                        """
                        SELECT r.asked_by, f.siren, g.capacity, f.state, r.answer
                        FROM platform.firm f
                        JOIN platform.firm_request r ON r.firm_id = f.id
                        JOIN platform.registration g USING (activation_id)
                        WHERE f.id = ?
                        """)
                .param(firm.value())
                .query((row, n) ->
                        new Asked(
                                new UserAccountId(row.getObject(1, UUID.class)),
                                new Siren(row.getString(2)),
                                Capacity.valueOf(row.getString(3)),
                                row.getString(4),
                                Objects.requireNonNullElse(row.getString(5), "")))
                .optional();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
