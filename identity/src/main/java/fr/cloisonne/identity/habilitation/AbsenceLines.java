package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.AbsenceLine.State;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Times away in a firm, the latest first: the last fifty. */
@Component
class AbsenceLines {

    private static final String LINES =
            """
            SELECT d.id, d.first_day, d.last_day, d.reason, d.revoked_at, %1$s AS other,
                   u.given_name, u.family_name, u.email, u.language
            FROM platform.delegation d
            JOIN platform.user_account u ON u.id = %1$s
            WHERE d.firm_id = :firm AND %2$s = :person
            ORDER BY d.first_day DESC, d.id DESC LIMIT 50
            """;

    private static final String GIVEN = LINES.formatted("d.holder_id", "d.giver_id");

    private static final String RECEIVED = LINES.formatted("d.giver_id", "d.holder_id");

    private final JdbcClient platform;
    private final Clock clock;

    AbsenceLines(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /** Those that a person has handed over. */
    List<AbsenceLine> given(UserAccountId person, FirmId firm) {
        return lines(person, firm, GIVEN);
    }

    /** Those of colleagues for whom a person stands in. */
    List<AbsenceLine> received(UserAccountId person, FirmId firm) {
        return lines(person, firm, RECEIVED);
    }

    private List<AbsenceLine> lines(UserAccountId person, FirmId firm, String statement) {
        return platform.sql(statement)
                .param("firm", firm.value())
                .param("person", person.value())
                .query((row, n) -> line(row))
                .list();
    }

    private AbsenceLine line(ResultSet row) throws SQLException {
        LocalDate first = row.getObject("first_day", LocalDate.class);
        LocalDate last = row.getObject("last_day", LocalDate.class);
        return new AbsenceLine(
                new DelegationId(row.getObject("id", UUID.class)),
                new PersonCard(
                        new UserAccountId(row.getObject("other", UUID.class)),
                        new PersonName(row.getString("given_name"), row.getString("family_name")),
                        row.getString("email"),
                        Locale.of(row.getString("language"))),
                first,
                last,
                row.getString("reason"),
                state(first, last, row.getObject("revoked_at") != null));
    }

    private State state(LocalDate first, LocalDate last, boolean revoked) {
        LocalDate today = LocalDate.now(clock);
        if (revoked) {
            return State.ENDED_EARLY;
        }
        if (today.isBefore(first)) {
            return State.TO_COME;
        }
        return today.isAfter(last) ? State.OVER : State.NOW;
    }
}
