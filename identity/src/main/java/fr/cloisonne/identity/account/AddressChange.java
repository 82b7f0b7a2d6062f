package fr.cloisonne.identity.account;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.account.AddressChangeRows.Wished;
import fr.cloisonne.identity.audit.AuditTrail;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Another address to sign in by: asked for with the password, proven by a link to the new mailbox,
 * told to the old one. A new password in the meantime undoes it.
 */
@Component
public class AddressChange {

    private final AddressChangeRows rows;
    private final MailLinks links;
    private final AccountRows accounts;
    private final UserAccounts cards;
    private final AuditTrail audit;
    private final Outbox outbox;

    AddressChange(
            AddressChangeRows rows,
            MailLinks links,
            AccountRows accounts,
            UserAccounts cards,
            AuditTrail audit,
            Outbox outbox) {
        this.rows = rows;
        this.links = links;
        this.accounts = accounts;
        this.cards = cards;
        this.audit = audit;
        this.outbox = outbox;
    }

    /** What is said about a change. */
    public sealed interface Message {

        /** The new mailbox: here is the link. */
        record Link(PersonCard person, String email, String secret) implements Message {

            @Override
            public String toString() {
                return "Link for " + person.id();
            }
        }

        /** The new mailbox belongs to another account; said to that mailbox alone. */
        record Taken(PersonCard person, String email) implements Message {}
    }

    /**
     * Asks for it; whether the address is free is said by mail to that address alone.
     *
     * @param person who
     * @param email the new address
     * @param password the password, as proof
     * @throws WrongPasswordException if that is not right
     */
    @PlatformTransaction
    public void ask(UserAccountId person, EmailAddress email, String password) {
        accounts.require(person, password);
        rows.withdrawAll(person).forEach(change -> links.withdraw(LinkPurpose.ADDRESS, change));
        UUID id = rows.insert(cards.card(person), email);
        audit.recordInService(person, "address.asked", Map.of("change", id.toString()));
        outbox.record(new AddressChangeAsked(id));
    }

    /**
     * Makes the link while the mail is written.
     *
     * @param change which
     * @return what to say to the new mailbox, if anything is left to say
     */
    @PlatformTransaction
    public Optional<Message> mintLink(UUID change) {
        return rows.find(change).filter(Wished::pending).map(this::message);
    }

    private Message message(Wished wished) {
        PersonCard person = cards.card(wished.person());
        return cards.byKey(wished.email().key()).isPresent()
                ? new Message.Taken(person, wished.email().typed())
                : new Message.Link(
                        person,
                        wished.email().typed(),
                        links.mint(LinkPurpose.ADDRESS, wished.id()));
    }

    /**
     * How a link stands.
     *
     * @param secret as the link carries it
     * @return the state
     */
    @PlatformTransaction(readOnly = true)
    public LinkState state(String secret) {
        return links.find(LinkPurpose.ADDRESS, secret).state();
    }

    /**
     * Changes the address. The link alone is not enough: whoever receives one that somebody else
     * asked for would otherwise give their mailbox to an account that others can open.
     *
     * @param person who uses it, signed in to the account that asked for it
     * @param secret as the link carries it
     * @throws LinkRefusedException if the link does not open, or the address has been taken since
     */
    @PlatformTransaction
    public void use(UserAccountId person, String secret) {
        Wished wished =
                rows.find(links.find(LinkPurpose.ADDRESS, secret).orRefuse())
                        .filter(Wished::pending)
                        .orElseThrow(() -> new LinkRefusedException(LinkState.WITHDRAWN));
        if (!wished.person().equals(person)) {
            throw new LinkRefusedException(LinkState.ANOTHERS);
        }
        links.spend(LinkPurpose.ADDRESS, secret);
        try {
            accounts.setAddress(wished.person(), wished.email());
        } catch (DuplicateKeyException taken) {
            throw new LinkRefusedException(LinkState.WITHDRAWN);
        }
        rows.used(wished.id());
        links.withdraw(LinkPurpose.RESET, wished.person().value());
        audit.recordOfAccount(
                wished.person(),
                "address.changed",
                Map.of("change", wished.id().toString()),
                Map.of());
        outbox.record(new AddressChanged(wished.id()));
    }

    /**
     * The person and the old mailbox of a change that is done.
     *
     * @param change which
     * @return whom to tell
     */
    @PlatformTransaction(readOnly = true)
    public Optional<Done> done(UUID change) {
        return rows.find(change)
                .map(wished -> new Done(cards.card(wished.person()), wished.oldEmail()));
    }

    /**
     * A change that is done.
     *
     * @param person who, with the new address
     * @param oldEmail the address before
     */
    public record Done(PersonCard person, String oldEmail) {}
}
