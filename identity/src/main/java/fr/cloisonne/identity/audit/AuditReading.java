package fr.cloisonne.identity.audit;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.RequiresHabilitation;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was done, as people read it: with names, newest first, a page at a time. */
@Component
public class AuditReading {

    private final ChainReading chains;
    private final Habilitations habilitations;
    private final UserAccounts accounts;

    AuditReading(ChainReading chains, Habilitations habilitations, UserAccounts accounts) {
        this.chains = chains;
        this.habilitations = habilitations;
        this.accounts = accounts;
    }

    /**
     * Acts of a firm.
     *
     * @param asker who reads; needs {@link Right#AUDIT}
     * @param firm the firm
     * @param before number of the oldest row already seen, or {@link Long#MAX_VALUE}
     * @param limit at most 500
     * @return newest first
     */
    public List<AuditEntry> ofFirm(
            UserAccountId asker, FirmShortName firm, long before, int limit) {
        var card = habilitations.requireInFirm(asker, firm, Right.AUDIT);
        return named(chains.ofFirm(card.id(), before, limit));
    }

    /**
     * Acts inside the company that was entered.
     *
     * @param before number of the oldest row already seen, or {@link Long#MAX_VALUE}
     * @param limit at most 500
     * @return newest first
     */
    @RequiresHabilitation(Right.CONSULT)
    public List<AuditEntry> ofCompany(long before, int limit) {
        return named(chains.ofCompany(before, limit));
    }

    List<AuditEntry> named(List<Row> rows) {
        return named(rows, Map.of());
    }

    List<AuditEntry> named(List<Row> rows, Map<UUID, ClientCompanyCard> companies) {
        var people =
                accounts.cards(
                        rows.stream()
                                .flatMap(row -> Stream.of(row.actor(), row.onBehalf()))
                                .filter(Objects::nonNull)
                                .toList());
        return rows.stream().map(row -> named(row, people, companies.get(row.chain()))).toList();
    }

    private static AuditEntry named(
            Row row, Map<UserAccountId, PersonCard> people, @Nullable ClientCompanyCard company) {
        return new AuditEntry(
                row.chain(),
                row.n(),
                row.at(),
                person(row.actor(), people),
                person(row.onBehalf(), people),
                row.act(),
                row.parsed(),
                company);
    }

    private static @Nullable PersonCard person(
            @Nullable UserAccountId id, Map<UserAccountId, PersonCard> people) {
        return id == null ? null : people.get(id);
    }
}
