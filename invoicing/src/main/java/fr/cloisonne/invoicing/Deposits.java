package fr.cloisonne.invoicing;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.RequiresHabilitation;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.invoicing.DepositRows.Deposited;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The deposits of the client company in which one is, and their reports. Names of people are looked
 * up after the company's transaction, so that no connection waits for another.
 */
@Service
@RequiresHabilitation(Right.SEE_DEPOSITS)
public class Deposits {

    private final DepositRows rows;
    private final UserAccounts accounts;

    Deposits(DepositRows rows, UserAccounts accounts) {
        this.rows = rows;
        this.accounts = accounts;
    }

    /**
     * The newest ones.
     *
     * @param limit how many, at most 500
     * @return newest first
     */
    public List<DepositRow> last(int limit) {
        List<Deposited> newest = rows.last(limit);
        Map<UserAccountId, PersonCard> people = people(newest.stream());
        return newest.stream().map(deposit -> row(deposit, people)).toList();
    }

    /**
     * All that was found in one.
     *
     * @param id which
     * @return its report, if this company has it
     */
    public Optional<DepositReport> report(DepositId id) {
        return rows.find(id)
                .map(d -> new DepositReport(row(d, people(Stream.of(d))), d.anomalies(), d.kept()));
    }

    private Map<UserAccountId, PersonCard> people(Stream<Deposited> deposits) {
        return accounts.cards(
                deposits.flatMap(d -> Stream.of(d.actor(), d.onBehalf()))
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList());
    }

    private static DepositRow row(Deposited d, Map<UserAccountId, PersonCard> people) {
        return new DepositRow(
                d.id(),
                d.at(),
                d.fileName(),
                d.accepted(),
                d.invoice(),
                d.anomalyCount(),
                Objects.requireNonNullElse(name(d.actor(), people), "—"),
                name(d.onBehalf(), people));
    }

    private static @Nullable String name(
            @Nullable UserAccountId id, Map<UserAccountId, PersonCard> people) {
        PersonCard person = id == null ? null : people.get(id);
        return person == null ? null : person.name().display();
    }
}
