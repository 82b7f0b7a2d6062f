package fr.cloisonne.identity.federation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.JoinedBy;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.maildomain.MailDomain;
import fr.cloisonne.identity.maildomain.MailDomains;
import fr.cloisonne.identity.membership.Newcomer;
import fr.cloisonne.identity.provisioning.Arrivals;
import fr.cloisonne.identity.provisioning.ClaimGroups;
import fr.cloisonne.identity.provisioning.ProvisioningRefusedException;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * People whom a firm's provider brings for the first time. One whose address lies in a domain that
 * the firm has proven, and is verified, gets an account and belongs to the firm; an address that
 * has an account opens nothing, whoever vouches for it.
 */
@Component
class FirstArrivals {

    private final UserAccounts accounts;
    private final FederatedIdentities identities;
    private final MailDomains domains;
    private final Arrivals awaited;
    private final ClaimGroups groups;
    private final ProviderViews views;
    private final Firms firms;
    private final AuditTrail audit;

    FirstArrivals(
            UserAccounts accounts,
            FederatedIdentities identities,
            MailDomains domains,
            Arrivals awaited,
            ClaimGroups groups,
            ProviderViews views,
            Firms firms,
            AuditTrail audit) {
        this.accounts = accounts;
        this.identities = identities;
        this.domains = domains;
        this.awaited = awaited;
        this.groups = groups;
        this.views = views;
        this.firms = firms;
        this.audit = audit;
    }

    /** Opens the account of one who may have it at once. */
    @PlatformTransaction
    public Optional<UserAccountId> admit(Provider provider, OidcUser person) {
        return vouched(provider, person).flatMap(this::born);
    }

    /** Whether one without an account would get one at once. */
    boolean wouldAdmit(Provider provider, OidcUser person) {
        return vouched(provider, person).isPresent();
    }

    private Optional<Newcomer> vouched(Provider provider, OidcUser person) {
        return newcomer(provider, person)
                .filter(one -> isVouchedFor(provider, person, one.email()));
    }

    private Optional<UserAccountId> born(Newcomer newcomer) {
        Optional<UserAccountId> account =
                accounts.createWithoutPassword(new EmailAddress(newcomer.email()), newcomer.name());
        account.ifPresent(person -> {
            if (!identities.link(person, newcomer.issuer(), newcomer.sub())) {
                throw new IllegalStateException("The identity was linked meanwhile");
            }
            FirmId firm = newcomer.firm().id();
            accounts.join(person, firm, JoinedBy.DOMAIN);
            audit.recordInFirm(firm, person, "member.born", Map.of("holder", person.toString()));
            awaited.born(person, firm);
        });
        return account;
    }

    /**
     * Somebody who is known comes in by the provider: what the firm sees of them and what its
     * claims give follows what it says now. The firm's last administrator keeps that, whatever it
     * says.
     */
    void greet(Provider provider, UserAccountId person, OidcUser said) {
        FirmId firm = provider.firm();
        if (firm == null) {
            return;
        }
        UUID id = UUID.fromString(provider.id());
        newcomer(provider, said).ifPresent(one -> views.seen(person, id, one));
        try {
            Claims claims = new Claims(provider.claims(), said);
            groups.told(person, firm, id, claims.all());
        } catch (ProvisioningRefusedException last) {
            // Nothing has changed: a firm is never without an administrator.
        }
    }

    /**
     * Whom the firm may let in; nobody if the provider is the service's own, or says no name or
     * address.
     */
    Optional<Newcomer> newcomer(Provider provider, OidcUser person) {
        FirmId firm = provider.firm();
        Claims claims = new Claims(provider.claims(), person);
        if (firm == null
                || EmailAddress.tryParse(claims.email()).isEmpty()
                || !PersonName.isShowable(claims.given())
                || !PersonName.isShowable(claims.family())) {
            return Optional.empty();
        }
        FirmCard card = firms.cards(List.of(firm)).getFirst();
        return Optional.of(
                new Newcomer(
                        card,
                        provider.issuer(),
                        Objects.requireNonNull(person.getSubject()),
                        claims.email(),
                        new PersonName(claims.given(), claims.family())));
    }

    /**
     * {@code email_verified} speaks of the claim {@code email} alone (OpenID Connect Core §5.1).
     */
    private boolean isVouchedFor(Provider provider, OidcUser person, String email) {
        return provider.claims().email().equals("email")
                && Boolean.TRUE.equals(person.getClaims().get("email_verified"))
                && MailDomain.of(new EmailAddress(email))
                        .flatMap(domains::provenBy)
                        .filter(firm -> firm.equals(provider.firm()))
                        .isPresent();
    }
}
