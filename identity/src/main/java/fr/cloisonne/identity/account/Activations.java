package fr.cloisonne.identity.account;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.account.ActivationRows.Asked;
import fr.cloisonne.identity.signin.Destination;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Accounts that were asked for and are not there yet: {@link AccountOpening} makes them, for
 * whoever holds the mailbox. So nobody can prepare one for somebody else.
 */
@Component
public class Activations {

    private final ActivationRows rows;
    private final MailLinks links;
    private final UserAccounts accounts;

    Activations(ActivationRows rows, MailLinks links, UserAccounts accounts) {
        this.rows = rows;
        this.links = links;
        this.accounts = accounts;
    }

    /**
     * What the mail about an activation says; nothing is said of one that is done or taken back.
     */
    public sealed interface Message {

        /** To whom. */
        Reader reader();

        /** The mailbox has no account: here is the link. */
        record Link(Reader reader, String secret) implements Message {

            @Override
            public String toString() {
                return "Link";
            }
        }

        /** The mailbox has an account already. */
        record AlreadyKnown(Reader reader, ActivationId activation) implements Message {}
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
        return open(kind, email, name, language, null);
    }

    /**
     * Asks for an account on somebody's behalf. The caller records the event whose mail brings the
     * link, which opens until then.
     *
     * @param kind who asks, at most 20 characters
     * @param email the mailbox
     * @param name the person's name, as the asker knows it
     * @param language their language
     * @param closes when it opens no more; null for the usual times
     * @return what was asked for
     */
    @PlatformTransaction
    public ActivationId open(
            String kind,
            EmailAddress email,
            PersonName name,
            Locale language,
            @Nullable Instant closes) {
        ActivationId id = new ActivationId(Uuid7.next());
        rows.insert(id, kind, email, name, language, closes);
        return id;
    }

    /**
     * Keeps with what was asked for the page that its asker wanted before, so that they come to it
     * by whatever browser opens the link; the first one stays.
     *
     * @param activation which
     * @param page where they go in the end
     */
    @PlatformTransaction
    public void leadTo(ActivationId activation, Destination page) {
        rows.leadTo(activation, page.path());
    }

    /**
     * Gives what was asked for its time again, whatever became of it; a link is minted anew, as
     * long as the address has no account.
     *
     * @param activation which
     * @param closes when it opens no more
     */
    @PlatformTransaction
    public void reopen(ActivationId activation, Instant closes) {
        rows.reopen(activation, closes);
    }

    /**
     * What was asked for is done: the person had an account already.
     *
     * @param activation which
     * @param person whose account it is
     */
    @PlatformTransaction
    public void settle(ActivationId activation, UserAccountId person) {
        rows.used(activation, person);
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
        // In the order in which AccountOpening holds them, so that the two never wait for each
        // other.
        links.withdraw(LinkPurpose.ACTIVATION, activation.value());
        rows.withdraw(activation);
    }

    /**
     * Makes a new link while the mail is written; those before it open no more.
     *
     * @param activation which
     * @return what to say, if anything is left to say
     */
    @PlatformTransaction
    public Optional<Message> mintLink(ActivationId activation) {
        return rows.find(activation)
                .filter(Asked::pending)
                .map(asked -> message(asked, asked.closes()));
    }

    /**
     * The mailbox with which something was asked for.
     *
     * @param activation which
     * @return nothing if there is no such thing, or it was taken back
     */
    @PlatformTransaction(readOnly = true)
    public Optional<EmailAddress> addressOf(ActivationId activation) {
        return rows.find(activation).filter(Asked::pending).map(Asked::email);
    }

    /**
     * What the latest link asks for, whether or not its time is over.
     *
     * @param secret as the link carries it
     * @return nothing where a later one was sent, or it was used or taken back
     */
    @PlatformTransaction(readOnly = true)
    public Optional<ActivationId> latest(String secret) {
        MailLinks.Found link = links.find(LinkPurpose.ACTIVATION, secret);
        return link.state() == LinkState.OPEN || link.state() == LinkState.EXPIRED
                ? Optional.of(new ActivationId(link.about()))
                : Optional.empty();
    }

    /** What the mail says that somebody asks for once more; its link opens for the usual time. */
    Message messageAgain(Asked asked) {
        return message(asked, null);
    }

    private Message message(Asked asked, @Nullable Instant until) {
        Reader reader = new Reader(asked.email().typed(), asked.name(), asked.language());
        return hasAccount(asked)
                ? new Message.AlreadyKnown(reader, asked.id())
                : new Message.Link(reader, minted(asked, until));
    }

    private String minted(Asked asked, @Nullable Instant until) {
        return until == null
                ? links.mint(LinkPurpose.ACTIVATION, asked.id().value())
                : links.mint(LinkPurpose.ACTIVATION, asked.id().value(), until);
    }

    boolean hasAccount(Asked asked) {
        return accounts.byKey(asked.email().key()).isPresent();
    }
}
