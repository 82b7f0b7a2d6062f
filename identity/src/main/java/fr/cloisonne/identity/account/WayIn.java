package fr.cloisonne.identity.account;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.account.ActivationRows.Asked;
import fr.cloisonne.identity.signin.Destination;
import fr.cloisonne.identity.signin.FailedSignIn;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Helps in whoever cannot sign in, by a mail to their address. Asking does the same whoever asks,
 * whatever the address: only the mail, read by its owner alone, says what there is.
 */
@Component
public class WayIn implements FailedSignIn {

    private static final int AN_HOUR = 3;

    private final JdbcClient platform;
    private final ActivationRows activations;
    private final Activations minting;
    private final UserAccounts accounts;
    private final MailLinks links;
    private final AskBound bound;
    private final Outbox outbox;
    private final Clock clock;

    WayIn(
            @Qualifier("platformJdbc") JdbcClient platform,
            ActivationRows activations,
            Activations minting,
            UserAccounts accounts,
            MailLinks links,
            AskBound bound,
            Outbox outbox,
            Clock clock) {
        this.platform = platform;
        this.activations = activations;
        this.minting = minting;
        this.accounts = accounts;
        this.links = links;
        this.bound = bound;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What the mail says. */
    public sealed interface Help {

        /** Here is a link to choose another password. */
        record Reset(PersonCard person, String secret, @Nullable String startedIn) implements Help {

            @Override
            public String toString() {
                return "Reset for " + person.id();
            }
        }

        /** The account is not activated yet: here is a new link. */
        record Activate(Activations.Reader reader, String secret) implements Help {

            @Override
            public String toString() {
                return "Activate";
            }
        }

        /** There is no account at this address. */
        record Nobody(String email, Locale language) implements Help {}
    }

    /**
     * Asks for a mail; three an hour for one address, the others are silently one with these.
     *
     * @param email the address
     * @param language the language of the page
     * @param origin whence it is asked
     * @throws AskedTooOftenException if too much is asked for from there
     */
    @PlatformTransaction
    public void ask(EmailAddress email, Locale language, String origin) {
        bound.require(origin);
        if (asked(email.key(), Duration.ofHours(1)) < AN_HOUR) {
            keep(email, language, page(), null);
        }
    }

    private static @Nullable String page() {
        return Destination.ofThisSession().map(Destination::path).orElse(null);
    }

    /**
     * Asks for the mail in somebody's place; it goes to their address alone, as often as if they
     * had asked themselves. The caller has judged who may.
     *
     * @param person to whom
     * @param firm whose administrator asks
     */
    @PlatformTransaction
    public void start(PersonCard person, FirmId firm) {
        EmailAddress email = new EmailAddress(person.email());
        if (asked(email.key(), Duration.ofHours(1)) < AN_HOUR) {
            keep(email, person.language(), null, firm);
        }
    }

    /** If the account is only not activated yet, its owner gets the link again, once an hour. */
    @Override
    @PlatformTransaction
    public void failed(String typed) {
        EmailAddress.tryParse(typed)
                .filter(email -> asked(email.key(), Duration.ofHours(1)) == 0)
                .flatMap(email -> activations.pendingOf(email.key()))
                .filter(pending -> !minting.hasAccount(pending))
                .ifPresent(pending -> keep(pending.email(), pending.language(), page(), null));
    }

    private int asked(String emailKey, Duration past) {
        return platform.sql(
                        "SELECT count(*) FROM platform.way_in WHERE email_key = ? AND asked_at > ?")
                .param(emailKey)
                .param(Timestamp.from(clock.instant().minus(past)))
                .query(Integer.class)
                .single();
    }

    private void keep(
            EmailAddress email, Locale language, @Nullable String page, @Nullable FirmId firm) {
        UUID id = Uuid7.next();
        platform.sql(
                        "INSERT INTO platform.way_in (id, email, email_key, language, asked_at, page, started_in) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .param(id)
                .param(email.typed())
                .param(email.key())
                .param(AccountRows.code(language))
                .param(Timestamp.from(clock.instant()))
                .param(page)
                .param(firm == null ? null : firm.value())
                .update();
        outbox.record(new WayInAsked(id));
    }

    private record Request(
            EmailAddress email,
            Locale language,
            @Nullable String page,
            @Nullable String startedIn) {}

    /**
     * Makes the link while the mail is written; those before it open no more.
     *
     * @param request which
     * @return what to say
     */
    @PlatformTransaction
    public Optional<Help> help(UUID request) {
        return platform.sql(
                        "SELECT w.email, w.language, w.page, f.legal_name FROM platform.way_in w LEFT JOIN platform.firm f ON f.id = w.started_in WHERE w.id = ?")
                .param(request)
                .query((row, n) ->
                        new Request(
                                new EmailAddress(row.getString(1)),
                                Locale.of(row.getString(2)),
                                row.getString(3),
                                row.getString(4)))
                .optional()
                .map(this::help);
    }

    private Help help(Request request) {
        String key = request.email().key();
        return accounts.byKey(key)
                .<Help>map(person ->
                        new Help.Reset(
                                accounts.card(person),
                                links.mint(LinkPurpose.RESET, person.value()),
                                request.startedIn()))
                .or(() ->
                        activations.pendingOf(key).flatMap(one -> activation(one, request.page())))
                .orElse(new Help.Nobody(request.email().typed(), request.language()));
    }

    private Optional<Help> activation(Asked pending, @Nullable String page) {
        if (page != null) {
            activations.leadTo(pending.id(), page);
        }
        return minting.messageAgain(pending) instanceof Activations.Message.Link link
                ? Optional.of(new Help.Activate(link.reader(), link.secret()))
                : Optional.empty();
    }
}
