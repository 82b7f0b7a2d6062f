package fr.cloisonne.identity.matrix;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.HabilitationId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.matrix.MatrixMark.Source;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All of a firm's rights, to be taken away, read as a stream. */
@Component
public class MatrixExport {

    private static final String LINES =
            """
            SELECT u.id, u.given_name, u.family_name, u.email, u.language,
                   l.tenant_id, l.portfolio_id, coalesce(c.legal_name, o.name), c.siren,
                   l.profile, p.name, l.id, g.given_name || ' ' || g.family_name, l.last_day
            FROM (
              SELECT h.id, h.holder_id, h.tenant_id, h.portfolio_id, h.profile,
                     NULL::uuid AS giver_id, h.last_day
              FROM platform.habilitation h WHERE h.firm_id = :firm AND h.revoked_at IS NULL
                AND (h.last_day IS NULL OR h.last_day >= :today)
              UNION ALL
              SELECT NULL, d.holder_id, t.tenant_id, t.portfolio_id, t.profile, d.giver_id, d.last_day
              FROM platform.delegation d
              JOIN platform.delegation_part t ON t.delegation_id = d.id
              WHERE d.firm_id = :firm AND d.revoked_at IS NULL
                AND :today BETWEEN d.first_day AND d.last_day
            ) l
            JOIN platform.user_account u ON u.id = l.holder_id
            JOIN platform.profile p ON p.code = l.profile
            LEFT JOIN platform.client_company c ON c.tenant_id = l.tenant_id
            LEFT JOIN platform.portfolio o ON o.id = l.portfolio_id
            LEFT JOIN platform.user_account g ON g.id = l.giver_id
            ORDER BY extensions.plain(u.family_name), extensions.plain(u.given_name), u.id,
                     8 NULLS FIRST, 10
            """;

    private final JdbcClient platform;
    private final Habilitations habilitations;
    private final FreshProof proof;
    private final Clock clock;

    MatrixExport(
            @Qualifier("platformJdbc") JdbcClient platform,
            Habilitations habilitations,
            FreshProof proof,
            Clock clock) {
        this.platform = platform;
        this.habilitations = habilitations;
        this.proof = proof;
        this.clock = clock;
    }

    /**
     * Reads each right that counts today.
     *
     * @param asker needs {@link Right#AUDIT} in the firm and a fresh proof
     * @param firm the firm
     * @param line takes each of them, by person
     */
    @PlatformTransaction(readOnly = true)
    public void read(UserAccountId asker, FirmShortName firm, Consumer<MatrixLine> line) {
        FirmCard card = habilitations.requireInFirm(asker, firm, Right.AUDIT);
        proof.require(asker);
        try (var lines =
                platform
                        .sql(LINES)
                        .param("firm", card.id().value())
                        .param("today", LocalDate.now(clock))
                        .withFetchSize(500)
                        .query((row, n) -> line(card.id(), row))
                        .stream()) {
            lines.forEach(line);
        }
    }

    private static MatrixLine line(FirmId firm, ResultSet row) throws SQLException {
        PersonCard person =
                new PersonCard(
                        new UserAccountId(row.getObject(1, UUID.class)),
                        new PersonName(row.getString(2), row.getString(3)),
                        row.getString(4),
                        Locale.of(row.getString(5)));
        Scope scope = Scope.of(firm, row.getObject(6, UUID.class), row.getObject(7, UUID.class));
        UUID habilitation = row.getObject(12, UUID.class);
        MatrixMark mark =
                new MatrixMark(
                        new Profile(row.getString(10)),
                        row.getString(11),
                        habilitation == null ? Source.LENT : Source.HERE,
                        row.getString(13),
                        row.getObject(14, LocalDate.class),
                        habilitation == null ? null : new HabilitationId(habilitation));
        return new MatrixLine(
                person, new MatrixRow(scope, row.getString(8), row.getString(9), Map.of()), mark);
    }
}
