package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.Siren;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who reaches which company of a firm, and by which way: an own habilitation or one that is lent,
 * over the firm, a portfolio or the company alone. A loan is listed even where its giver has lost a
 * part of what it lends: a review says rather more than less.
 */
@Component
class ReviewLines {

    private static final String WAYS =
            """
            WITH company AS (
              SELECT c.tenant_id, c.siren, c.legal_name
              FROM platform.mandate m JOIN platform.client_company c USING (tenant_id)
              WHERE m.firm_id = :firm AND c.state = 'OPEN' AND m.valid_from <= :today
                AND (m.valid_until IS NULL OR m.valid_until >= :today)
                AND (:company::uuid IS NULL OR c.tenant_id = :company)
            ), place AS (
              SELECT tenant_id, tenant_id AS place, NULL::varchar AS portfolio FROM company
              UNION ALL
              SELECT tenant_id, :firm, NULL FROM company
              UNION ALL
              SELECT c.tenant_id, o.id, o.name FROM company c
              JOIN platform.portfolio_company k ON k.tenant_id = c.tenant_id AND k.firm_id = :firm
              JOIN platform.portfolio o ON o.id = k.portfolio_id AND o.removed_at IS NULL
            ), held AS (
              SELECT h.holder_id, h.place, h.tenant_id, h.portfolio_id, h.profile,
                     NULL::uuid AS giver_id, h.last_day
              FROM platform.habilitation h
              WHERE h.firm_id = :firm AND h.revoked_at IS NULL AND %s
                AND (h.last_day IS NULL OR h.last_day >= :today)
              UNION ALL
              SELECT d.holder_id, t.place, t.tenant_id, t.portfolio_id, t.profile,
                     d.giver_id, d.last_day
              FROM platform.delegation d
              JOIN platform.delegation_part t ON t.delegation_id = d.id
              WHERE d.firm_id = :firm AND d.revoked_at IS NULL
                AND :today BETWEEN d.first_day AND d.last_day AND %s
            ), way AS (
              SELECT c.tenant_id AS reached, c.siren, c.legal_name, p.portfolio, h.*
              FROM held h JOIN place p ON p.place = h.place
              JOIN company c ON c.tenant_id = p.tenant_id
              WHERE :person::uuid IS NULL OR h.holder_id = :person
            )
            """
                    .formatted(
                            Grants.ACTIVE.formatted("h", "h.holder_id"),
                            Grants.ACTIVE.formatted("t", "d.holder_id"));

    private static final String LINES =
            WAYS
                    + """
                    SELECT w.*, p.name AS profile_name, u.given_name, u.family_name, u.email,
                           u.language, u.password_hash IS NOT NULL AS password,
                           g.given_name AS giver_given, g.family_name AS giver_family, x.last_at,
                           ARRAY(SELECT DISTINCT f.issuer FROM platform.federated_identity f
                                 WHERE f.user_id = w.holder_id ORDER BY 1) AS issuers
                    FROM way w
                    JOIN platform.profile p ON p.code = w.profile
                    JOIN platform.user_account u ON u.id = w.holder_id
                    LEFT JOIN platform.user_account g ON g.id = w.giver_id
                    LEFT JOIN platform.company_use x
                      ON x.user_id = w.holder_id AND x.tenant_id = w.reached
                    ORDER BY w.legal_name, w.reached, u.family_name, u.given_name, w.holder_id,
                             w.profile, w.place, w.giver_id
                    """;

    private static final String COUNTS =
            WAYS
                    + """
                    SELECT count(DISTINCT holder_id), count(DISTINCT reached),
                           count(*) FILTER (WHERE giver_id IS NULL),
                           count(*) FILTER (WHERE giver_id IS NOT NULL)
                    FROM way
                    """;

    private final JdbcClient platform;
    private final Clock clock;

    ReviewLines(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /** How many people, companies, habilitations and delegations. */
    record Counts(int people, int companies, int habilitations, int delegations) {}

    Counts counts(FirmId firm, ReviewFilter filter) {
        return statement(COUNTS, firm, filter)
                .query((row, n) ->
                        new Counts(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                .single();
    }

    List<ReviewLine> page(FirmId firm, ReviewFilter filter, int offset, int limit) {
        return statement(LINES + "LIMIT :limit OFFSET :offset", firm, filter)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> line(firm, row))
                .list();
    }

    /** All of them, a few hundred in memory at a time. */
    Stream<ReviewLine> all(FirmId firm) {
        return statement(LINES, firm, ReviewFilter.ALL)
                .withFetchSize(500)
                .query((row, n) -> line(firm, row))
                .stream();
    }

    private JdbcClient.StatementSpec statement(String sql, FirmId firm, ReviewFilter filter) {
        return platform.sql(sql)
                .param("firm", firm.value())
                .param("company", Ids.of(filter.company()))
                .param("person", Ids.of(filter.person()))
                .param("today", LocalDate.now(clock));
    }

    private static ReviewLine line(FirmId firm, ResultSet row) throws SQLException {
        Timestamp last = row.getTimestamp("last_at");
        boolean alone = row.getObject("tenant_id") != null;
        return new ReviewLine(
                row.getString("legal_name"),
                new Siren(row.getString("siren")),
                new PersonCard(
                        new UserAccountId(row.getObject("holder_id", UUID.class)),
                        new PersonName(row.getString("given_name"), row.getString("family_name")),
                        row.getString("email"),
                        Locale.of(row.getString("language"))),
                new RightPart(
                        Scope.of(
                                firm,
                                row.getObject("tenant_id", UUID.class),
                                row.getObject("portfolio_id", UUID.class)),
                        alone ? row.getString("legal_name") : row.getString("portfolio"),
                        new Profile(row.getString("profile")),
                        row.getString("profile_name")),
                giver(row),
                row.getObject("last_day", LocalDate.class),
                last == null ? null : last.toInstant(),
                row.getBoolean("password"),
                issuers(row.getArray("issuers")));
    }

    private static @Nullable PersonName giver(ResultSet row) throws SQLException {
        String family = row.getString("giver_family");
        return family == null ? null : new PersonName(row.getString("giver_given"), family);
    }

    private static List<String> issuers(Array column) throws SQLException {
        return Arrays.asList((String[]) column.getArray());
    }
}
