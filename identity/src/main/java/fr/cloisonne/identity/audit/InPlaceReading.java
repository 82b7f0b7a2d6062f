package fr.cloisonne.identity.audit;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.CurrentPerson;
import fr.cloisonne.identity.habilitation.DelegationId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.RequiresHabilitation;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The report to whoever was away: all that was done in their place, in the firm and in each company
 * where the substitute has been and which they may consult themselves.
 */
@Component
public class InPlaceReading {

    private static final String SPAN =
            """
            SELECT firm_id, holder_id, first_day, last_day, revoked_at
            FROM platform.delegation WHERE id = ? AND giver_id = ?
            """;

    private static final String ENTERED =
            "SELECT tenant_id FROM platform.company_use WHERE user_id = ? AND last_at >= ?";

    private final JdbcClient platform;
    private final ChainReading chains;
    private final AuditReading reading;
    private final Habilitations habilitations;
    private final UserAccounts accounts;
    private final Firms firms;
    private final Clock clock;

    InPlaceReading(
            @Qualifier("platformJdbc") JdbcClient platform,
            ChainReading chains,
            AuditReading reading,
            Habilitations habilitations,
            UserAccounts accounts,
            Firms firms,
            Clock clock) {
        this.platform = platform;
        this.chains = chains;
        this.reading = reading;
        this.habilitations = habilitations;
        this.accounts = accounts;
        this.firms = firms;
        this.clock = clock;
    }

    /**
     * The time that a delegation has lasted.
     *
     * @param asker its giver; nobody else reads the report
     * @param delegation which
     * @return nothing where it is not theirs
     * @throws fr.cloisonne.identity.habilitation.OtherWayNeededException if the session does not
     *     speak for its firm
     */
    @PlatformTransaction(readOnly = true)
    public Optional<InPlaceSpan> span(UserAccountId asker, DelegationId delegation) {
        Optional<InPlaceSpan> span =
                platform.sql(SPAN)
                        .params(delegation.value(), asker.value())
                        .query((row, n) -> span(asker, row))
                        .optional();
        span.ifPresent(found -> habilitations.requireVouched(asker, found.firm()));
        return span;
    }

    private InPlaceSpan span(UserAccountId giver, ResultSet row) throws SQLException {
        LocalDate first = row.getObject("first_day", LocalDate.class);
        LocalDate last = row.getObject("last_day", LocalDate.class);
        Timestamp revoked = row.getTimestamp("revoked_at");
        Instant end = start(last.plusDays(1));
        return new InPlaceSpan(
                firms.cards(List.of(new FirmId(row.getObject("firm_id", UUID.class)))).getFirst(),
                giver,
                accounts.card(new UserAccountId(row.getObject("holder_id", UUID.class))),
                first,
                last,
                start(first),
                revoked != null && revoked.toInstant().isBefore(end) ? revoked.toInstant() : end);
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    /**
     * The companies in which something may have been done.
     *
     * @param asker who was away
     * @param delegation by which they were replaced
     * @return those that the asker reaches today, by name
     */
    @PlatformTransaction(readOnly = true)
    public List<ClientCompanyCard> companies(UserAccountId asker, DelegationId delegation) {
        InPlaceSpan span = required(asker, delegation);
        Set<UUID> entered =
                new HashSet<>(
                        platform.sql(ENTERED)
                                .params(span.holder().value(), Timestamp.from(span.from()))
                                .query(UUID.class)
                                .list());
        return habilitations.clientCompaniesOf(span.giver()).stream()
                .filter(card -> card.firm().equals(span.firm()))
                .filter(card -> entered.contains(card.tenant().value()))
                .toList();
    }

    /**
     * What was done in the firm itself.
     *
     * @param asker who was away
     * @param delegation by which they were replaced
     * @param before number of the oldest row already seen, or {@link Long#MAX_VALUE}
     * @param limit at most 500
     * @return newest first
     */
    public List<AuditEntry> inFirm(
            UserAccountId asker, DelegationId delegation, long before, int limit) {
        return reading.named(chains.ofFirm(required(asker, delegation), before, limit));
    }

    /**
     * What was done in the company that was entered by whoever was away.
     *
     * @param delegation by which they were replaced
     * @param before number of the oldest row already seen, or {@link Long#MAX_VALUE}
     * @param limit at most 500
     * @return newest first
     */
    @RequiresHabilitation(Right.CONSULT)
    public List<AuditEntry> inCompany(DelegationId delegation, long before, int limit) {
        InPlaceSpan span = required(CurrentPerson.require().person(), delegation);
        return reading.named(chains.ofCompany(span, before, limit));
    }

    private InPlaceSpan required(UserAccountId asker, DelegationId delegation) {
        return span(asker, delegation).orElseThrow(NoSuchCompanyException::new);
    }
}
