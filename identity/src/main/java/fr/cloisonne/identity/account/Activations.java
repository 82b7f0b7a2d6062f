package fr.cloisonne.identity.account;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.account.ActivationRows.Asked;
import fr.cloisonne.identity.audit.AuditTrail;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Accounts that were asked for and are not there yet: whoever holds the mailbox chooses the
 * password, and only then there is an account. So nobody can prepare one for somebody else.
 */
@Component
public class Activations {

    private final ActivationRows rows;
    private final MailLinks links;
    private final AccountRows accounts;
    private final PasswordPolicy policy;
    private final AuditTrail audit;
    private final ObjectProvider<ActivationListener> listeners;

    Activations(
            ActivationRows rows,
            MailLinks links,
            AccountRows accounts,
            PasswordPolicy policy,
            AuditTrail audit,
            ObjectProvider<ActivationListener> listeners) {
        this.rows = rows;
        this.links = links;
        this.accounts = accounts;
        this.policy = policy;
        this.audit = audit;
        this.listeners = listeners;
    }

    /**
     * What the mail about an activation says; nothing is said of one that is done or taken back.
     */
    public sealed interface Message {

        /** To whom. */
        Reader reader();

        /** The mailbox has no account: here is the link. */
        record Link(Reader reader, String secret) implements Message {}

        /** The mailbox has an account already. */
        record AlreadyKnown(Reader reader) implements Message {}
    }

    /**
     * To whom a mail goes that has no account yet.
     *
     * @param email the mailbox
     * @param name as it was given
     * @param language the language of the page on which it was given
     */
    public record Reader(String email, PersonName name, Locale language) {}

    /**
     * Asks for an account. The caller records the event whose mail brings the link.
     *
     * @param kind who asks, at most 20 characters
     * @param email the mailbox
     * @param name the person's name
     * @param language their language
     * @return what was asked for
     */
    @PlatformTransaction
    public ActivationId open(String kind, EmailAddress email, PersonName name, Locale language) {
        ActivationId id = new ActivationId(Uuid7.next());
        rows.insert(id, kind, email, name, language);
        return id;
    }

    /**
     * Whether an address has been asked for so often lately that one more mail helps nobody.
     *
     * @param email the mailbox
     * @return true after three in an hour
     */
    @PlatformTransaction(readOnly = true)
    public boolean oftenEnough(EmailAddress email) {
        return rows.inTheLastHour(email.key()) >= 3;
    }

    /**
     * Takes back what was asked for; its links open no more.
     *
     * @param activation which
     */
    @PlatformTransaction
    public void withdraw(ActivationId activation) {
        rows.withdraw(activation);
        links.withdraw(LinkPurpose.ACTIVATION, activation.value());
    }

    /**
     * Makes a new link while the mail is written; those before it open no more.
     *
     * @param activation which
     * @return what to say, if anything is left to say
     */
    @PlatformTransaction
    public Optional<Message> mintLink(ActivationId activation) {
        return rows.find(activation).filter(Asked::pending).map(this::message);
    }

    Message message(Asked asked) {
        Reader reader = new Reader(asked.email().typed(), asked.name(), asked.language());
        return accounts.byKey(asked.email().key()).isPresent()
                ? new Message.AlreadyKnown(reader)
                : new Message.Link(reader, links.mint(LinkPurpose.ACTIVATION, asked.id().value()));
    }

    /**
     * What a link opens; looking uses nothing up, since mail scanners look too.
     *
     * @param secret as the link carries it
     * @return how it stands, and for whom it is
     */
    @PlatformTransaction(readOnly = true)
    public ActivationOffer offer(String secret) {
        MailLinks.Found link = links.find(LinkPurpose.ACTIVATION, secret);
        Optional<Asked> asked = rows.find(new ActivationId(link.about()));
        LinkState state = asked.map(Asked::closed).orElse(link.state());
        return state != LinkState.OPEN || link.state() != LinkState.OPEN || asked.isEmpty()
                ? new ActivationOffer(
                        state == LinkState.OPEN ? link.state() : state, null, null, Set.of())
                : new ActivationOffer(
                        state,
                        asked.get().name(),
                        asked.get().email().typed(),
                        context(asked.get()));
    }

    /**
     * Opens the account.
     *
     * @param secret as the link carries it
     * @param password the password chosen
     * @return the account
     * @throws LinkRefusedException if the link does not open
     * @throws PasswordRefusedException if the password may not be used; the link still opens
     */
    @PlatformTransaction
    public UserAccountId use(String secret, String password) {
        ActivationId id = new ActivationId(links.spend(LinkPurpose.ACTIVATION, secret));
        Asked asked =
                rows.find(id)
                        .filter(Asked::pending)
                        .orElseThrow(() -> new LinkRefusedException(LinkState.USED));
        policy.require(password, context(asked), false);
        UserAccountId person = opened(asked, password);
        rows.used(id, person);
        rows.withdrawOthers(asked.email().key());
        audit.recordInService(person, "account.activated", Map.of("activation", id.toString()));
        List<ActivationListener> told = listeners.orderedStream().toList();
        told.forEach(listener -> listener.activated(id, person));
        return person;
    }

    private Set<String> context(Asked asked) {
        Set<String> context = new HashSet<>(asked.context());
        listeners.orderedStream().map(one -> one.context(asked.id())).forEach(context::addAll);
        return context;
    }

    private UserAccountId opened(Asked asked, String password) {
        try {
            return accounts.open(asked.email(), asked.name(), asked.language(), password);
        } catch (DuplicateKeyException another) {
            throw new LinkRefusedException(LinkState.USED);
        }
    }
}
