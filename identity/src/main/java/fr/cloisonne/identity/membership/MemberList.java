package fr.cloisonne.identity.membership;

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
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people of a firm and the staff of its companies, a window at a time. */
@Component
public class MemberList {

    private static final String LINES =
            """
            SELECT u.id, u.given_name, u.family_name, u.email, u.language, m.joined_at,
                   m.suspended_at, m.staff_of,
                   EXISTS (SELECT 1 FROM platform.habilitation a
                           WHERE a.holder_id = u.id AND a.firm_id = :firm
                             AND a.place = a.firm_id AND a.profile = 'ADMINISTRATOR'
                             AND a.revoked_at IS NULL
                             AND a.last_day IS NULL),
                   (SELECT count(*) FROM platform.habilitation h
                    WHERE h.holder_id = u.id AND h.firm_id = :firm AND h.revoked_at IS NULL
                      AND (h.last_day IS NULL OR h.last_day >= :today)),
                   m.is_external,
                   CASE WHEN v.given_name <> u.given_name OR v.family_name <> u.family_name
                             OR lower(v.email) <> lower(u.email)
                        THEN v.given_name || ' ' || v.family_name || ', ' || v.email END
            FROM (
              SELECT user_id, joined_at, suspended_at, NULL::varchar AS staff_of, is_external
              FROM platform.firm_member WHERE firm_id = :firm
              UNION ALL
              SELECT s.user_id, s.joined_at, s.suspended_at, c.legal_name, false
              FROM platform.mandate d
              JOIN platform.company_member s ON s.tenant_id = d.tenant_id
              JOIN platform.client_company c ON c.tenant_id = s.tenant_id
              WHERE d.firm_id = :firm
            ) m
            JOIN platform.user_account u ON u.id = m.user_id
            LEFT JOIN platform.provider_view v ON v.firm_id = :firm AND v.user_id = u.id
            WHERE (:text = ''
              OR extensions.plain(concat_ws(' ', u.given_name, u.family_name, u.email, v.given_name,
                                            v.family_name, v.email))
                LIKE '%' || extensions.plain(:text) || '%')
            ORDER BY m.staff_of IS NOT NULL, extensions.plain(u.family_name),
                     extensions.plain(u.given_name), u.id, m.staff_of
            LIMIT :limit OFFSET :offset
            """;

    private final JdbcClient platform;
    private final Habilitations habilitations;
    private final Clock clock;

    MemberList(
            @Qualifier("platformJdbc") JdbcClient platform,
            Habilitations habilitations,
            Clock clock) {
        this.platform = platform;
        this.habilitations = habilitations;
        this.clock = clock;
    }

    /**
     * Some of them.
     *
     * @param asker needs {@link Right#AUDIT} in the firm
     * @param firm the firm
     * @param text part of a name or address, or blank
     * @param offset how many to leave out
     * @param limit how many to read
     * @return by name
     */
    @PlatformTransaction(readOnly = true)
    public List<MemberLine> of(
            UserAccountId asker, FirmShortName firm, String text, int offset, int limit) {
        FirmCard card = habilitations.requireInFirm(asker, firm, Right.AUDIT);
        return platform.sql(LINES)
                .param("firm", card.id().value())
                .param("today", LocalDate.now(clock))
                .param(
                        "text",
                        text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"))
                .param("limit", limit)
                .param("offset", offset)
                .query(MemberList::line)
                .list();
    }

    private static MemberLine line(ResultSet row, int number) throws SQLException {
        Timestamp suspended = row.getTimestamp(7);
        return new MemberLine(
                new PersonCard(
                        new UserAccountId(row.getObject(1, UUID.class)),
                        new PersonName(row.getString(2), row.getString(3)),
                        row.getString(4),
                        Locale.of(row.getString(5))),
                row.getTimestamp(6).toInstant(),
                suspended == null ? null : suspended.toInstant(),
                row.getString(8),
                row.getBoolean(9),
                row.getInt(10),
                row.getBoolean(11),
                row.getString(12));
    }
}
