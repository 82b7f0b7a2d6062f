package fr.cloisonne.identity.maildomain;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.maildomain.DomainRefusedException.Reason;
import fr.cloisonne.identity.maildomain.DomainRows.Row;
import fr.cloisonne.identity.registration.Operators;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmCard;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Domains whose zone nobody can change or ask: an operator looks at a document and answers. */
@Service
public class DomainReview {

    private final DomainRows rows;
    private final Operators operators;
    private final FreshProof proof;
    private final Firms firms;
    private final UserAccounts accounts;

    DomainReview(
            DomainRows rows,
            Operators operators,
            FreshProof proof,
            Firms firms,
            UserAccounts accounts) {
        this.rows = rows;
        this.operators = operators;
        this.proof = proof;
        this.firms = firms;
        this.accounts = accounts;
    }

    /**
     * A domain that waits for an operator.
     *
     * @param id which
     * @param domain the domain
     * @param firm whose it is said to be
     * @param person who says so
     * @param words what they say for it
     * @param askedAt since when
     */
    public record Waiting(
            MailDomainId id,
            MailDomain domain,
            FirmCard firm,
            PersonCard person,
            String words,
            Instant askedAt)
            implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    /**
     * The domains that wait.
     *
     * @param operator who asks, with a second factor
     * @return the oldest first; none for whoever is no operator
     */
    public List<Waiting> waiting(UserAccountId operator) {
        if (!operators.mayAct(operator)) {
            return List.of();
        }
        List<Row> asked = rows.asked();
        Map<?, FirmCard> cards =
                firms.cards(asked.stream().map(Row::firm).distinct().toList()).stream()
                        .collect(Collectors.toMap(FirmCard::id, Function.identity()));
        Map<UserAccountId, PersonCard> people =
                accounts.cards(asked.stream().map(Row::claimedBy).toList());
        return asked.stream()
                .map(row ->
                        new Waiting(
                                row.id(),
                                row.domain(),
                                Objects.requireNonNull(cards.get(row.firm())),
                                Objects.requireNonNull(people.get(row.claimedBy())),
                                row.words(),
                                Objects.requireNonNull(row.askedAt())))
                .toList();
    }

    /**
     * Says that a domain is the firm's.
     *
     * @param operator who says it, with a second factor and a fresh proof
     * @param id which
     * @param seen what they looked at
     * @throws DomainRefusedException if nothing is said, it waits no more, or is another firm's
     */
    public void confirm(UserAccountId operator, MailDomainId id, String seen) {
        rows.prove(waiting(operator, id), operator, DomainProof.OPERATOR, MailDomains.said(seen));
    }

    /**
     * Says that this shows nothing.
     *
     * @param operator who says it, with a second factor and a fresh proof
     * @param id which
     * @param reason why
     * @throws DomainRefusedException if no reason is given, or it waits no more
     */
    public void refuse(UserAccountId operator, MailDomainId id, String reason) {
        rows.refuse(waiting(operator, id), operator, MailDomains.said(reason));
    }

    private Row waiting(UserAccountId operator, MailDomainId id) {
        if (!operators.mayAct(operator)) {
            throw new DomainRefusedException(Reason.NOT_FOUND);
        }
        proof.require(operator);
        return rows.find(id)
                .filter(row -> row.askedAt() != null && !row.proven())
                .orElseThrow(() -> new DomainRefusedException(Reason.NOT_FOUND));
    }
}
