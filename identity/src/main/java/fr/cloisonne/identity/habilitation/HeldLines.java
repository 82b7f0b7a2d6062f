package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.GrantLine.Verdict;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Many habilitations at once, as the table keeps them. */
@Component
class HeldLines {

    private static final String COLUMNS = "holder_id, firm_id, tenant_id, portfolio_id, profile";

    private static final String WANTED =
            "(SELECT unnest(:holders) AS holder_id, unnest(:places) AS place, unnest(:profiles) AS profile) w";

    private static final String INSERT =
            """
            INSERT INTO platform.habilitation
              (id, firm_id, tenant_id, portfolio_id, profile, holder_id, granted_by)
            SELECT unnest(:ids), :firm, unnest(:companies), unnest(:portfolios),
                   unnest(:profiles), unnest(:holders), :by
            ON CONFLICT DO NOTHING
            RETURNING
            """
                    + COLUMNS;

    private static final String REVOKE =
            "UPDATE platform.habilitation h SET revoked_at = now() FROM "
                    + WANTED
                    + """
                     WHERE h.holder_id = w.holder_id AND h.firm_id = :firm AND h.place = w.place
                      AND h.profile = w.profile AND h.revoked_at IS NULL
                    RETURNING h.holder_id, h.firm_id, h.tenant_id, h.portfolio_id, h.profile
                    """;

    private static final String THERE =
            "SELECT h.holder_id, h.firm_id, h.tenant_id, h.portfolio_id, h.profile FROM platform.habilitation h JOIN "
                    + WANTED
                    + """
                     ON h.holder_id = w.holder_id AND h.place = w.place AND h.profile = w.profile
                    WHERE h.firm_id = :firm AND h.revoked_at IS NULL
                    """;

    private static final String REVOKE_ALL =
            "UPDATE platform.habilitation SET revoked_at = now() WHERE firm_id = :firm AND holder_id = :person AND revoked_at IS NULL RETURNING "
                    + COLUMNS;

    private final JdbcClient platform;

    HeldLines(@Qualifier("platformJdbc") JdbcClient platform) {
        this.platform = platform;
    }

    /** All that a person holds in a firm by own habilitations. */
    List<GrantLine> of(FirmId firm, UserAccountId person) {
        return platform.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM platform.habilitation WHERE holder_id = :person AND firm_id = :firm AND revoked_at IS NULL AND last_day IS NULL ORDER BY place, profile")
                .param("person", person.value())
                .param("firm", firm.value())
                .query(HeldLines::line)
                .list();
    }

    /** Those of these lines that are held now. */
    Set<GrantLine> there(FirmId firm, Collection<GrantLine> lines) {
        return new HashSet<>(
                platform.sql(THERE)
                        .param("firm", firm.value())
                        .param("holders", ids(lines, line -> line.holder().value()))
                        .param("places", ids(lines, line -> line.scope().place()))
                        .param("profiles", codes(lines))
                        .query(HeldLines::line)
                        .list());
    }

    /** Gives them; tells which were new. */
    List<GrantLine> insert(FirmId firm, UserAccountId by, Collection<GrantLine> lines) {
        return platform.sql(INSERT)
                .param("firm", firm.value())
                .param("by", by.value())
                .param("ids", ids(lines, line -> Uuid7.next()))
                .param("companies", ids(lines, line -> Ids.of(line.scope().company())))
                .param("portfolios", ids(lines, line -> Ids.of(line.scope().portfolio())))
                .param("profiles", codes(lines))
                .param("holders", ids(lines, line -> line.holder().value()))
                .query(HeldLines::line)
                .list();
    }

    /** Takes them back; tells which were there. */
    List<GrantLine> revoke(FirmId firm, Collection<GrantLine> lines) {
        return platform.sql(REVOKE)
                .param("firm", firm.value())
                .param("holders", ids(lines, line -> line.holder().value()))
                .param("places", ids(lines, line -> line.scope().place()))
                .param("profiles", codes(lines))
                .query(HeldLines::line)
                .list();
    }

    /** Takes all from a person, what they hold for a time included; tells what was there. */
    List<GrantLine> revokeAll(FirmId firm, UserAccountId person) {
        return platform.sql(REVOKE_ALL)
                .param("firm", firm.value())
                .param("person", person.value())
                .query(HeldLines::line)
                .list();
    }

    private static UUID[] ids(
            Collection<GrantLine> lines, Function<GrantLine, @Nullable UUID> which) {
        return lines.stream().map(which).toArray(UUID[]::new);
    }

    private static String[] codes(Collection<GrantLine> lines) {
        return lines.stream().map(line -> line.profile().code()).toArray(String[]::new);
    }

    private static GrantLine line(ResultSet row, int number) throws SQLException {
        return new GrantLine(
                new UserAccountId(row.getObject(1, UUID.class)),
                Scope.of(
                        new FirmId(row.getObject(2, UUID.class)),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class)),
                new Profile(row.getString(5)),
                Verdict.TO_DO);
    }
}
