package fr.cloisonne.identity.matrix;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.HabilitationId;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.matrix.MatrixMark.Source;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fills rows with what some people hold there, in one statement however many they are. */
@Component
class MatrixCells {

    private static final String MARKS =
            """
            WITH shown AS (
              SELECT id AS row_place, id AS held_place, 'HERE' AS source
              FROM unnest(:places) AS id
              UNION ALL
              SELECT id, CAST(:firm AS uuid), 'FIRM' FROM unnest(:places) AS id WHERE id <> :firm
              UNION ALL
              SELECT c.tenant_id, c.portfolio_id, 'PORTFOLIO'
              FROM platform.portfolio_company c
              WHERE c.tenant_id = ANY (:places) AND c.firm_id = :firm
            )
            SELECT s.row_place, h.holder_id, h.profile, p.name, s.source, o.name,
                   h.last_day, h.id
            FROM platform.habilitation h
            JOIN shown s ON s.held_place = h.place
            JOIN platform.profile p ON p.code = h.profile
            LEFT JOIN platform.portfolio o ON o.id = h.portfolio_id AND s.source = 'PORTFOLIO'
            WHERE h.firm_id = :firm AND h.holder_id = ANY (:people) AND h.revoked_at IS NULL
              AND (h.last_day IS NULL OR h.last_day >= :today)
            UNION ALL
            SELECT s.row_place, d.holder_id, t.profile, p.name, 'LENT',
                   g.given_name || ' ' || g.family_name, d.last_day, NULL
            FROM platform.delegation d
            JOIN platform.delegation_part t ON t.delegation_id = d.id
            JOIN shown s ON s.held_place = t.place
            JOIN platform.profile p ON p.code = t.profile
            JOIN platform.user_account g ON g.id = d.giver_id
            WHERE d.firm_id = :firm AND d.holder_id = ANY (:people) AND d.revoked_at IS NULL
              AND :today BETWEEN d.first_day AND d.last_day
            """;

    private final JdbcClient platform;
    private final Clock clock;

    MatrixCells(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    private record Placed(UUID place, UserAccountId person, MatrixMark mark) {}

    List<MatrixRow> filled(
            FirmId firm,
            List<MatrixRow> rows,
            Collection<UserAccountId> people,
            MatrixFilter filter) {
        Map<UUID, Map<UserAccountId, List<MatrixMark>>> cells = new HashMap<>();
        marks(firm, rows, people).stream()
                .filter(placed ->
                        filter.profile() == null
                                || placed.mark().profile().equals(filter.profile()))
                .sorted(Comparator.comparing(placed -> placed.mark().source()))
                .forEach(placed ->
                        cells.computeIfAbsent(placed.place(), place -> new HashMap<>())
                                .computeIfAbsent(placed.person(), person -> new ArrayList<>())
                                .add(placed.mark()));
        return rows.stream()
                .map(row ->
                        new MatrixRow(
                                row.scope(),
                                row.name(),
                                row.siren(),
                                cells.getOrDefault(row.scope().place(), Map.of())))
                .toList();
    }

    private List<Placed> marks(
            FirmId firm, List<MatrixRow> rows, Collection<UserAccountId> people) {
        return platform.sql(MARKS)
                .param("firm", firm.value())
                .param("places", rows.stream().map(row -> row.scope().place()).toArray(UUID[]::new))
                .param("people", people.stream().map(UserAccountId::value).toArray(UUID[]::new))
                .param("today", LocalDate.now(clock))
                .query(MatrixCells::placed)
                .list();
    }

    private static Placed placed(ResultSet row, int number) throws SQLException {
        UUID habilitation = row.getObject(8, UUID.class);
        return new Placed(
                row.getObject(1, UUID.class),
                new UserAccountId(row.getObject(2, UUID.class)),
                new MatrixMark(
                        new Profile(row.getString(3)),
                        row.getString(4),
                        Source.valueOf(row.getString(5)),
                        row.getString(6),
                        row.getObject(7, LocalDate.class),
                        habilitation == null ? null : new HabilitationId(habilitation)));
    }
}
