package fr.cloisonne.identity.account;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.account.ActivationRows.Asked;
import fr.cloisonne.identity.audit.AuditTrail;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Opens the account that was asked for: whoever holds the mailbox chooses the password, and only
 * then there is an account.
 */
@Component
public class AccountOpening {

    private final ActivationRows rows;
    private final MailLinks links;
    private final UserAccounts accounts;
    private final PasswordPolicy policy;
    private final AuditTrail audit;
    private final ObjectProvider<ActivationListener> listeners;

    AccountOpening(
            ActivationRows rows,
            MailLinks links,
            UserAccounts accounts,
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
     * What a link opens; looking uses nothing up, since mail scanners look too.
     *
     * @param secret as the link carries it
     * @return how it stands, and for whom it is
     */
    @PlatformTransaction(readOnly = true)
    public ActivationOffer offer(String secret) {
        MailLinks.Found link = links.find(LinkPurpose.ACTIVATION, secret);
        return rows.find(new ActivationId(link.about()))
                .map(asked -> offer(link.state(), asked))
                .orElse(ActivationOffer.closed(link.state(), null, null));
    }

    private ActivationOffer offer(LinkState link, Asked asked) {
        String firm = invitedInto(asked.id()).orElse(null);
        if (!asked.pending()) {
            return ActivationOffer.closed(asked.closed(), firm, asked.page());
        }
        if (accounts.byKey(asked.email().key()).isPresent()) {
            return ActivationOffer.closed(LinkState.USED, firm, asked.page());
        }
        return link == LinkState.OPEN
                ? new ActivationOffer(
                        link,
                        asked.name(),
                        asked.email().typed(),
                        context(asked),
                        firm,
                        asked.page())
                : ActivationOffer.closed(link, null, null);
    }

    private Optional<String> invitedInto(ActivationId id) {
        return listeners
                .orderedStream()
                .map(one -> one.invitedInto(id))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * Opens the account, with the name that was given when it was asked for.
     *
     * @param secret as the link carries it
     * @param password the password chosen
     * @return the account
     * @throws LinkRefusedException if the link does not open
     * @throws PasswordRefusedException if the password may not be used; the link still opens
     */
    @PlatformTransaction
    public UserAccountId use(String secret, String password) {
        return use(secret, null, password);
    }

    /**
     * Opens the account.
     *
     * @param secret as the link carries it
     * @param said the name, as the person says it themselves; null for the one that was given
     * @param password the password chosen
     * @return the account
     * @throws LinkRefusedException if the link does not open
     * @throws PasswordRefusedException if the password may not be used; the link still opens
     */
    @PlatformTransaction
    public UserAccountId use(String secret, @Nullable PersonName said, String password) {
        ActivationId id = new ActivationId(links.spend(LinkPurpose.ACTIVATION, secret));
        Asked asked = rows.find(id).orElseThrow(() -> new LinkRefusedException(LinkState.USED));
        if (!asked.pending()) {
            throw new LinkRefusedException(asked.closed());
        }
        PersonName name = said == null ? asked.name() : said;
        Set<String> context = context(asked);
        context.addAll(List.of(name.given(), name.family()));
        policy.require(password, context, false);
        UserAccountId person = opened(asked, name, password);
        if (!rows.used(id, person)) {
            throw new LinkRefusedException(LinkState.WITHDRAWN);
        }
        rows.usedOthers(asked.email().key(), person);
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

    private UserAccountId opened(Asked asked, PersonName name, String password) {
        try {
            return accounts.create(asked.email(), name, asked.language(), password);
        } catch (DuplicateKeyException another) {
            throw new LinkRefusedException(LinkState.USED);
        }
    }
}
