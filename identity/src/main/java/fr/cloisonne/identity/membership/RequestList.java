package fr.cloisonne.identity.membership;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.RightPart;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests for rights, as people read them. */
@Component
public class RequestList {

    private static final int AT_ONCE = 500;

    private static final String SELECT =
            """
            SELECT r.id, r.firm_id, r.person_id, r.tenant_id, r.portfolio_id,
                   coalesce(c.legal_name, o.name), r.profile, p.name, r.reason, r.asked_at,
                   r.state, r.answered_by, r.answer
            FROM platform.right_request r
            JOIN platform.profile p ON p.code = r.profile
            LEFT JOIN platform.client_company c ON c.tenant_id = r.tenant_id
            LEFT JOIN platform.portfolio o ON o.id = r.portfolio_id
            """;

    private final JdbcClient platform;
    private final Habilitations habilitations;
    private final UserAccounts accounts;

    RequestList(
            @Qualifier("platformJdbc") JdbcClient platform,
            Habilitations habilitations,
            UserAccounts accounts) {
        this.platform = platform;
        this.habilitations = habilitations;
        this.accounts = accounts;
    }

    private record Row(
            RequestId id,
            FirmId firm,
            UserAccountId person,
            RightPart part,
            String reason,
            Instant at,
            RequestState state,
            @Nullable UserAccountId answeredBy,
            @Nullable String answer) {}

    /**
     * How many wait for an answer.
     *
     * @param asker needs {@link Right#SEE_REQUESTS} in the firm
     * @param firm the firm
     * @return how many
     */
    @PlatformTransaction(readOnly = true)
    public int countWaiting(UserAccountId asker, FirmShortName firm) {
        FirmCard card = habilitations.requireInFirm(asker, firm, Right.SEE_REQUESTS);
        return platform.sql(
                        "SELECT count(*) FROM platform.right_request WHERE firm_id = ? AND state = 'WAITING'")
                .param(card.id().value())
                .query(Integer.class)
                .single();
    }

    /**
     * Those that wait for an answer.
     *
     * @param asker needs {@link Right#SEE_REQUESTS} in the firm
     * @param firm the firm
     * @return oldest first, 500 at most
     */
    @PlatformTransaction(readOnly = true)
    public List<RequestLine> waiting(UserAccountId asker, FirmShortName firm) {
        FirmCard card = habilitations.requireInFirm(asker, firm, Right.SEE_REQUESTS);
        return named(
                platform.sql(
                                SELECT
                                        + "WHERE r.firm_id = ? AND r.state = 'WAITING' ORDER BY r.asked_at LIMIT "
                                        + AT_ONCE)
                        .param(card.id().value())
                        .query(RequestList::row)
                        .list());
    }

    /**
     * One's own, whatever became of them.
     *
     * @param person who asked
     * @param firm in which firm
     * @return newest first, 500 at most
     * @throws fr.cloisonne.identity.habilitation.OtherWayNeededException if the session does not
     *     speak for this firm
     */
    @PlatformTransaction(readOnly = true)
    public List<RequestLine> mine(UserAccountId person, FirmId firm) {
        habilitations.requireVouched(person, firm);
        return named(
                platform.sql(
                                SELECT
                                        + "WHERE r.person_id = ? AND r.firm_id = ? ORDER BY r.asked_at DESC LIMIT "
                                        + AT_ONCE)
                        .params(person.value(), firm.value())
                        .query(RequestList::row)
                        .list());
    }

    /**
     * One of them, for a mail about it.
     *
     * @param request which
     * @return the request and its firm, if there is one
     */
    @PlatformTransaction(readOnly = true)
    public Optional<RequestNews> news(RequestId request) {
        List<Row> rows =
                platform.sql(SELECT + "WHERE r.id = ?")
                        .param(request.value())
                        .query(RequestList::row)
                        .list();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new RequestNews(
                                habilitations.firm(rows.getFirst().firm()),
                                named(rows).getFirst()));
    }

    private List<RequestLine> named(List<Row> rows) {
        Map<UserAccountId, PersonCard> people =
                accounts.cards(
                        rows.stream()
                                .flatMap(row -> Stream.of(row.person(), row.answeredBy()))
                                .filter(Objects::nonNull)
                                .toList());
        return rows.stream()
                .map(row ->
                        new RequestLine(
                                row.id(),
                                Objects.requireNonNull(people.get(row.person())),
                                row.part(),
                                row.reason(),
                                row.at(),
                                row.state(),
                                row.answeredBy() == null ? null : people.get(row.answeredBy()),
                                row.answer()))
                .toList();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        FirmId firm = new FirmId(row.getObject(2, UUID.class));
        UUID by = row.getObject(12, UUID.class);
        return new Row(
                new RequestId(row.getObject(1, UUID.class)),
                firm,
                new UserAccountId(row.getObject(3, UUID.class)),
                new RightPart(
                        Scope.of(firm, row.getObject(4, UUID.class), row.getObject(5, UUID.class)),
                        row.getString(6),
                        new Profile(row.getString(7)),
                        row.getString(8)),
                row.getString(9),
                row.getTimestamp(10).toInstant(),
                RequestState.valueOf(row.getString(11)),
                by == null ? null : new UserAccountId(by),
                row.getString(13));
    }
}
