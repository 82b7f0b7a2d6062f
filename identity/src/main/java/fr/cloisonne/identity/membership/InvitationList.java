package fr.cloisonne.identity.membership;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.RightPart;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invitations, as people read them: those who invite, and those who are invited. */
@Component
public class InvitationList {

    private static final String SELECT =
            """
            SELECT i.id, i.firm_id, i.email, i.given_name, i.family_name, i.language, i.invited_by,
                   i.first_day, i.last_day, i.sent_at, i.expires_at, i.used_at, i.withdrawn_at,
                   i.declined_at, i.resent
            FROM platform.invitation i
            """;

    private static final String PARTS =
            """
            SELECT t.invitation_id, i.firm_id, t.tenant_id, t.portfolio_id,
                   coalesce(c.legal_name, o.name), t.profile, p.name
            FROM platform.invitation_part t
            JOIN platform.invitation i ON i.id = t.invitation_id
            JOIN platform.profile p ON p.code = t.profile
            LEFT JOIN platform.client_company c ON c.tenant_id = t.tenant_id
            LEFT JOIN platform.portfolio o ON o.id = t.portfolio_id
            WHERE t.invitation_id = ANY (?) ORDER BY 5, 7
            """;

    /** For how long one whose time is over can still be asked for again. */
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final JdbcClient platform;
    private final Habilitations habilitations;
    private final UserAccounts accounts;
    private final Firms firms;
    private final Clock clock;

    InvitationList(
            @Qualifier("platformJdbc") JdbcClient platform,
            Habilitations habilitations,
            UserAccounts accounts,
            Firms firms,
            Clock clock) {
        this.platform = platform;
        this.habilitations = habilitations;
        this.accounts = accounts;
        this.firms = firms;
        this.clock = clock;
    }

    private record Row(
            InvitationId id,
            FirmId firm,
            String email,
            PersonName name,
            Locale language,
            UserAccountId by,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            Instant sent,
            Instant expires,
            InvitationState state) {}

    private record Placed(InvitationId invitation, RightPart part) {}

    /**
     * A firm's invitations.
     *
     * @param asker needs {@link Right#AUDIT} in the firm
     * @param firm the firm
     * @return newest first, 200 at most
     */
    @PlatformTransaction(readOnly = true)
    public List<InvitationLine> of(UserAccountId asker, FirmShortName firm) {
        FirmCard card = habilitations.requireInFirm(asker, firm, Right.AUDIT);
        return named(
                platform.sql(SELECT + "WHERE i.firm_id = ? ORDER BY i.invited_at DESC LIMIT 200")
                        .param(card.id().value())
                        .query((row, n) -> row(row, clock.instant()))
                        .list());
    }

    /**
     * The invitations to the address of an account that can be accepted, or could be until their
     * time was over, into firms for which the session speaks.
     *
     * @param person whose account
     * @return newest first
     */
    @PlatformTransaction(readOnly = true)
    public List<InvitationLine> to(UserAccountId person) {
        Predicate<FirmId> vouched = habilitations.vouchedFor(person);
        return named(
                platform
                        .sql(
                                SELECT
                                        + "JOIN platform.user_account u ON u.email_key = i.email_key WHERE u.id = ? AND i.used_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > ? ORDER BY i.invited_at DESC LIMIT 200")
                        .param(person.value())
                        .param(Timestamp.from(clock.instant().minus(REMEMBERED)))
                        .query((row, n) -> row(row, clock.instant()))
                        .stream()
                        .filter(row -> vouched.test(row.firm()))
                        .toList());
    }

    /**
     * One of them, for a mail about it.
     *
     * @param invitation which
     * @return the invitation, if there is one
     */
    @PlatformTransaction(readOnly = true)
    public Optional<InvitationLine> news(InvitationId invitation) {
        return named(
                        platform.sql(SELECT + "WHERE i.id = ?")
                                .param(invitation.value())
                                .query((row, n) -> row(row, clock.instant()))
                                .list())
                .stream()
                .findFirst();
    }

    private List<InvitationLine> named(List<Row> rows) {
        Map<UserAccountId, PersonCard> people =
                accounts.cards(rows.stream().map(Row::by).distinct().toList());
        Map<FirmId, FirmCard> names =
                firms.cards(rows.stream().map(Row::firm).distinct().toList()).stream()
                        .collect(Collectors.toMap(FirmCard::id, Function.identity()));
        Map<InvitationId, List<RightPart>> parts = parts(rows);
        return rows.stream()
                .map(row ->
                        new InvitationLine(
                                row.id(),
                                Objects.requireNonNull(names.get(row.firm())),
                                row.email(),
                                row.name(),
                                row.language(),
                                Objects.requireNonNull(people.get(row.by())),
                                parts.getOrDefault(row.id(), List.of()),
                                row.first(),
                                row.last(),
                                row.sent(),
                                row.expires(),
                                row.state()))
                .toList();
    }

    private Map<InvitationId, List<RightPart>> parts(List<Row> rows) {
        return platform
                .sql(PARTS)
                .param(rows.stream().map(row -> row.id().value()).toArray(UUID[]::new))
                .query(InvitationList::placed)
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Placed::invitation,
                                Collectors.mapping(Placed::part, Collectors.toList())));
    }

    private static Placed placed(ResultSet row, int number) throws SQLException {
        return new Placed(
                new InvitationId(row.getObject(1, UUID.class)),
                new RightPart(
                        Scope.of(
                                new FirmId(row.getObject(2, UUID.class)),
                                row.getObject(3, UUID.class),
                                row.getObject(4, UUID.class)),
                        row.getString(5),
                        new Profile(row.getString(6)),
                        row.getString(7)));
    }

    private static Row row(ResultSet row, Instant now) throws SQLException {
        return new Row(
                new InvitationId(row.getObject(1, UUID.class)),
                new FirmId(row.getObject(2, UUID.class)),
                row.getString(3),
                new PersonName(row.getString(4), row.getString(5)),
                Locale.of(row.getString(6)),
                new UserAccountId(row.getObject(7, UUID.class)),
                row.getObject(8, LocalDate.class),
                row.getObject(9, LocalDate.class),
                row.getTimestamp(10).toInstant(),
                row.getTimestamp(11).toInstant(),
                InvitationRows.state(row, now));
    }
}
