package fr.cloisonne.identity.maildomain;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Administrators;
import fr.cloisonne.identity.maildomain.DomainRows.Row;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmCard;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What there is to tell of a domain whose proof is gone from its zone. */
@Component
public class DomainNews {

    private final DomainRows rows;
    private final Administrators administrators;
    private final UserAccounts accounts;
    private final Firms firms;
    private final MailDomainSettings settings;
    private final Clock clock;

    DomainNews(
            DomainRows rows,
            Administrators administrators,
            UserAccounts accounts,
            Firms firms,
            MailDomainSettings settings,
            Clock clock) {
        this.rows = rows;
        this.administrators = administrators;
        this.accounts = accounts;
        this.firms = firms;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What is told.
     *
     * @param firm whose domain
     * @param domain the domain
     * @param lastDay the last day on which it counts without its proof, or counted
     * @param administrators who can do something about it
     */
    public record News(
            FirmCard firm, MailDomain domain, LocalDate lastDay, List<PersonCard> administrators) {}

    /**
     * A domain that still counts, for a while.
     *
     * @param domain which
     * @return nothing if its proof is back, or it counts no more
     */
    public Optional<News> missing(MailDomainId domain) {
        return rows.find(domain)
                .filter(Row::missing)
                .map(row -> news(row, settings.end(row).minusMillis(1)));
    }

    /**
     * A domain that counts no more.
     *
     * @param domain which
     * @return nothing if it is proven again
     */
    public Optional<News> lapsed(MailDomainId domain) {
        return rows.find(domain)
                .filter(row -> !row.proven())
                .flatMap(row -> Optional.ofNullable(row.lapsedAt()).map(at -> news(row, at)));
    }

    private News news(Row row, Instant last) {
        return new News(
                firms.cards(List.of(row.firm())).getFirst(),
                row.domain(),
                LocalDate.ofInstant(last, clock.getZone()),
                List.copyOf(accounts.cards(administrators.toTell(row.firm())).values()));
    }
}
