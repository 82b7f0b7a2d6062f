package fr.cloisonne.identity.matrix;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of a firm's rights. It is read by windows, of some people and some places, so that its
 * price does not grow with the firm.
 */
@Component
public class Matrix {

    private static final String PEOPLE =
            """
            FROM (
              SELECT user_id, bool_and(suspended_at IS NOT NULL) AS suspended FROM (
                SELECT user_id, suspended_at FROM platform.firm_member WHERE firm_id = :firm
                UNION ALL
                SELECT s.user_id, s.suspended_at FROM platform.mandate d
                JOIN platform.company_member s ON s.tenant_id = d.tenant_id
                WHERE d.firm_id = :firm) one
              GROUP BY user_id
            ) m
            JOIN platform.user_account u ON u.id = m.user_id
            WHERE (:text = '' OR extensions.plain(u.given_name || ' ' || u.family_name || ' ' || u.email)
                LIKE '%' || extensions.plain(:text) || '%')
              AND (:profile = '' OR EXISTS (
                SELECT 1 FROM platform.habilitation h
                WHERE h.holder_id = u.id AND h.firm_id = :firm AND h.profile = :profile
                  AND h.revoked_at IS NULL AND (h.last_day IS NULL OR h.last_day >= :today)))
            """;

    private final JdbcClient platform;
    private final Habilitations habilitations;
    private final MatrixPlaces places;
    private final MatrixCells cells;
    private final Clock clock;

    Matrix(
            @Qualifier("platformJdbc") JdbcClient platform,
            Habilitations habilitations,
            MatrixPlaces places,
            MatrixCells cells,
            Clock clock) {
        this.platform = platform;
        this.habilitations = habilitations;
        this.places = places;
        this.cells = cells;
        this.clock = clock;
    }

    /**
     * How many people there are.
     *
     * @param asker needs {@link Right#AUDIT} in the firm
     * @param firm the firm
     * @param filter which people
     * @return how many
     */
    @PlatformTransaction(readOnly = true)
    public int countPeople(UserAccountId asker, FirmShortName firm, MatrixFilter filter) {
        return people("SELECT count(*) " + PEOPLE, allowed(asker, firm), filter)
                .query(Integer.class)
                .single();
    }

    /**
     * Some of the people.
     *
     * @param asker needs {@link Right#AUDIT} in the firm
     * @param firm the firm
     * @param filter which people
     * @param offset how many to leave out
     * @param limit how many to read
     * @return by name
     */
    @PlatformTransaction(readOnly = true)
    public List<MatrixPerson> people(
            UserAccountId asker, FirmShortName firm, MatrixFilter filter, int offset, int limit) {
        return people(
                        "SELECT u.id, u.given_name, u.family_name, u.email, u.language, m.suspended "
                                + PEOPLE
                                + " ORDER BY extensions.plain(u.family_name), extensions.plain(u.given_name), u.id LIMIT :limit OFFSET :offset",
                        allowed(asker, firm),
                        filter)
                .param("limit", limit)
                .param("offset", offset)
                .query(Matrix::person)
                .list();
    }

    /**
     * How many places there are.
     *
     * @param asker needs {@link Right#AUDIT} in the firm
     * @param firm the firm
     * @param filter which places
     * @return how many
     */
    @PlatformTransaction(readOnly = true)
    public int countRows(UserAccountId asker, FirmShortName firm, MatrixFilter filter) {
        return places.count(allowed(asker, firm).id(), filter);
    }

    /**
     * Some of the places, with what some people hold there.
     *
     * @param asker needs {@link Right#AUDIT} in the firm
     * @param firm the firm
     * @param filter which places
     * @param people for whom
     * @param offset how many to leave out
     * @param limit how many to read
     * @return the firm, its portfolios, its companies, each by name
     */
    @PlatformTransaction(readOnly = true)
    public List<MatrixRow> rows(
            UserAccountId asker,
            FirmShortName firm,
            MatrixFilter filter,
            Collection<UserAccountId> people,
            int offset,
            int limit) {
        FirmCard card = allowed(asker, firm);
        return cells.filled(
                card.id(), places.page(card.id(), filter, offset, limit), people, filter);
    }

    private FirmCard allowed(UserAccountId asker, FirmShortName firm) {
        return habilitations.requireInFirm(asker, firm, Right.AUDIT);
    }

    private JdbcClient.StatementSpec people(String sql, FirmCard firm, MatrixFilter filter) {
        return platform.sql(sql)
                .param("firm", firm.id().value())
                .param("today", LocalDate.now(clock))
                .param("text", Like.safe(filter.person()))
                .param("profile", filter.profile() == null ? "" : filter.profile().code());
    }

    private static MatrixPerson person(ResultSet row, int number) throws SQLException {
        PersonCard card =
                new PersonCard(
                        new UserAccountId(row.getObject(1, UUID.class)),
                        new PersonName(row.getString(2), row.getString(3)),
                        row.getString(4),
                        Locale.of(row.getString(5)));
        return new MatrixPerson(card, row.getBoolean(6));
    }
}
