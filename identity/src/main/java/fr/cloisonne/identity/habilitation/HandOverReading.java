package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The certificates of a firm's hand-overs. */
@Component
public class HandOverReading {

    private static final String HEADS =
            """
            SELECT id, by_id, from_id, to_id, at, departure, delegations, chain_row, chain_hash
            FROM platform.hand_over WHERE firm_id = :firm
            """;

    private static final String PARTS =
            """
            SELECT t.tenant_id, t.portfolio_id, coalesce(c.legal_name, o.name), t.profile, p.name
            FROM platform.hand_over_part t
            LEFT JOIN platform.client_company c ON c.tenant_id = t.tenant_id
            LEFT JOIN platform.portfolio o ON o.id = t.portfolio_id
            JOIN platform.profile p ON p.code = t.profile
            WHERE t.hand_over_id = ? ORDER BY 3, 5
            """;

    private final JdbcClient platform;
    private final Habilitations habilitations;
    private final UserAccounts accounts;

    HandOverReading(
            @Qualifier("platformJdbc") JdbcClient platform,
            Habilitations habilitations,
            UserAccounts accounts) {
        this.platform = platform;
        this.habilitations = habilitations;
        this.accounts = accounts;
    }

    /**
     * The latest of them, without their parts.
     *
     * @param asker needs {@link Right#AUDIT} in the firm
     * @param firm the firm
     * @return at most a hundred, the latest first
     */
    @PlatformTransaction(readOnly = true)
    public List<HandOverCertificate> of(UserAccountId asker, FirmShortName firm) {
        FirmCard card = habilitations.requireInFirm(asker, firm, Right.AUDIT);
        return platform.sql(HEADS + "ORDER BY at DESC, id DESC LIMIT 100")
                .param("firm", card.id().value())
                .query((row, n) -> certificate(row, card, List.of()))
                .list();
    }

    /**
     * One of them.
     *
     * @param asker needs {@link Right#AUDIT} in the firm
     * @param firm the firm
     * @param id which
     * @return the certificate, if the firm has it
     */
    @PlatformTransaction(readOnly = true)
    public Optional<HandOverCertificate> of(
            UserAccountId asker, FirmShortName firm, HandOverId id) {
        FirmCard card = habilitations.requireInFirm(asker, firm, Right.AUDIT);
        return platform.sql(HEADS + "AND id = :id")
                .param("firm", card.id().value())
                .param("id", id.value())
                .query((row, n) -> certificate(row, card, parts(card, id)))
                .optional();
    }

    /**
     * To whom a hand-over is to be told, by the news of it.
     *
     * @param id which
     * @return who receives
     */
    @PlatformTransaction(readOnly = true)
    public Optional<PersonCard> receiver(HandOverId id) {
        return platform.sql("SELECT to_id FROM platform.hand_over WHERE id = ?")
                .param(id.value())
                .query(UUID.class)
                .optional()
                .map(person -> accounts.card(new UserAccountId(person)));
    }

    private List<RightPart> parts(FirmCard firm, HandOverId id) {
        return platform.sql(PARTS)
                .param(id.value())
                .query((row, n) ->
                        new RightPart(
                                Scope.of(
                                        firm.id(),
                                        row.getObject(1, UUID.class),
                                        row.getObject(2, UUID.class)),
                                row.getString(3),
                                new Profile(row.getString(4)),
                                row.getString(5)))
                .list();
    }

    private HandOverCertificate certificate(ResultSet row, FirmCard firm, List<RightPart> parts)
            throws SQLException {
        UserAccountId by = person(row, "by_id");
        UserAccountId from = person(row, "from_id");
        UserAccountId to = person(row, "to_id");
        Map<UserAccountId, PersonCard> people = accounts.cards(List.of(by, from, to));
        return new HandOverCertificate(
                new HandOverId(row.getObject("id", UUID.class)),
                firm,
                Objects.requireNonNull(people.get(by)),
                Objects.requireNonNull(people.get(from)),
                Objects.requireNonNull(people.get(to)),
                row.getTimestamp("at").toInstant(),
                row.getBoolean("departure"),
                row.getInt("delegations"),
                row.getLong("chain_row"),
                row.getString("chain_hash"),
                parts);
    }

    private static UserAccountId person(ResultSet row, String column) throws SQLException {
        return new UserAccountId(row.getObject(column, UUID.class));
    }
}
