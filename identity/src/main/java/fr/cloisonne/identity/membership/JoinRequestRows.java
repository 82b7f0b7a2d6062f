package fr.cloisonne.identity.membership;

import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.identity.membership.JoinStanding.State;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests of newcomers, as the table keeps them. */
@Component
class JoinRequestRows {

    private static final String ASKED =
            "SELECT firm_id, given_name, family_name, email, language, answer FROM platform.join_request WHERE id = ? ";

    private static final String SELECT = ASKED + "AND accepted IS NULL ";

    private final JdbcClient platform;

    JoinRequestRows(@Qualifier("platformJdbc") JdbcClient platform) {
        this.platform = platform;
    }

    /** Who asks, and where. */
    record Asked(FirmId firm, PersonName name, String email, Locale language) {}

    boolean insert(JoinRequestId id, Newcomer newcomer, Locale language, Instant now) {
        return platform.sql(
                                """
                                INSERT INTO platform.join_request
                                  (id, firm_id, issuer, sub, email, email_key, given_name,
                                   family_name, language, asked_at)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                ON CONFLICT DO NOTHING
                                """)
                        .param(id.value())
                        .param(newcomer.firm().id().value())
                        .param(newcomer.issuer())
                        .param(newcomer.sub())
                        .param(newcomer.email())
                        .param(new EmailAddress(newcomer.email()).key())
                        .param(newcomer.name().given())
                        .param(newcomer.name().family())
                        .param("en".equals(language.getLanguage()) ? "en" : "fr")
                        .param(Timestamp.from(now))
                        .update()
                == 1;
    }

    Optional<JoinStanding> standing(Newcomer newcomer, Instant since) {
        return platform.sql(
                        """
                        SELECT accepted, answer FROM platform.join_request
                        WHERE issuer = ? AND sub = ? AND firm_id = ?
                          AND (accepted IS NULL OR answered_at > ?)
                        ORDER BY asked_at DESC LIMIT 1
                        """)
                .param(newcomer.issuer())
                .param(newcomer.sub())
                .param(newcomer.firm().id().value())
                .param(Timestamp.from(since))
                .query(JoinRequestRows::standing)
                .optional();
    }

    private static JoinStanding standing(ResultSet row, int number) throws SQLException {
        Boolean accepted = row.getObject(1, Boolean.class);
        State state = accepted == null ? State.WAITING : accepted ? State.ACCEPTED : State.REFUSED;
        return new JoinStanding(state, Objects.requireNonNullElse(row.getString(2), ""));
    }

    List<JoinRequestLine> waiting(FirmId firm) {
        return platform.sql(
                        "SELECT id, given_name, family_name, email, issuer, asked_at FROM platform.join_request WHERE firm_id = ? AND accepted IS NULL ORDER BY asked_at LIMIT 500")
                .param(firm.value())
                .query((row, n) ->
                        new JoinRequestLine(
                                new JoinRequestId(row.getObject(1, UUID.class)),
                                new PersonName(row.getString(2), row.getString(3)),
                                row.getString(4),
                                row.getString(5),
                                row.getTimestamp(6).toInstant()))
                .list();
    }

    Optional<Asked> asked(JoinRequestId id) {
        return platform.sql(SELECT).param(id.value()).query(JoinRequestRows::asked).optional();
    }

    /** One that was refused, and why. */
    record Refused(Asked asked, String reason) {}

    Optional<Refused> refused(JoinRequestId id) {
        return platform.sql(ASKED + "AND NOT accepted")
                .param(id.value())
                .query((row, n) ->
                        new Refused(
                                asked(row, n), Objects.requireNonNullElse(row.getString(6), "")))
                .optional();
    }

    /** One that waits, held until the transaction ends. */
    Asked locked(FirmId firm, JoinRequestId id) {
        return platform.sql(SELECT + "AND firm_id = ? FOR UPDATE")
                .params(id.value(), firm.value())
                .query(JoinRequestRows::asked)
                .optional()
                .orElseThrow(() -> new DelegationRefusedException(Reason.NOT_FOUND));
    }

    private static Asked asked(ResultSet row, int number) throws SQLException {
        return new Asked(
                new FirmId(row.getObject(1, UUID.class)),
                new PersonName(row.getString(2), row.getString(3)),
                row.getString(4),
                Locale.of(row.getString(5)));
    }

    void answered(
            JoinRequestId id, boolean accepted, UserAccountId by, String answer, Instant now) {
        platform.sql(
                        "UPDATE platform.join_request SET accepted = ?, answered_by = ?, answered_at = ?, answer = ? WHERE id = ?")
                .param(accepted)
                .param(by.value())
                .param(Timestamp.from(now))
                .param(answer.substring(0, Math.min(500, answer.length())))
                .param(id.value())
                .update();
    }
}
