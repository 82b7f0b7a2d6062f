package fr.cloisonne.identity.federation;

import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.federation.ProviderRefusedException.Reason;
import fr.cloisonne.identity.federation.StoredProviders.Stored;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * A firm's own providers and what its administrators do about them. A provider is added from its
 * discovery address, tried, and only then switched on; it opens sessions for this firm alone.
 */
@Service
public class FirmProviders {

    private final StoredProviders stored;
    private final ProviderActs acts;
    private final Habilitations habilitations;
    private final FreshProof proof;
    private final Discovery discovery;
    private final AddressGuard guard;
    private final ClientKeys keys;
    private final String baseUrl;

    FirmProviders(
            StoredProviders stored,
            ProviderActs acts,
            Habilitations habilitations,
            FreshProof proof,
            Discovery discovery,
            AddressGuard guard,
            ClientKeys keys,
            @Value("${cloisonne.base-url:http://localhost:8080}") String baseUrl) {
        this.stored = stored;
        this.acts = acts;
        this.habilitations = habilitations;
        this.proof = proof;
        this.discovery = discovery;
        this.guard = guard;
        this.keys = keys;
        this.baseUrl = baseUrl;
    }

    /**
     * The firm's providers.
     *
     * @param person who asks, with {@link Right#SEE_SIGN_IN}
     * @param firm the firm
     * @return by label
     */
    public List<ProviderSheet> of(UserAccountId person, FirmShortName firm) {
        FirmId seen = habilitations.requireInFirm(person, firm, Right.SEE_SIGN_IN).id();
        return stored.ofFirm(seen).stream().map(this::sheet).toList();
    }

    /**
     * One of them.
     *
     * @param person who asks, with {@link Right#MANAGE_SIGN_IN}
     * @param firm the firm
     * @param id which
     * @return the provider
     */
    public ProviderSheet get(UserAccountId person, FirmShortName firm, ProviderId id) {
        return sheet(one(require(person, firm), id));
    }

    /**
     * Where the firm's providers read the keys by which we prove ourselves to them.
     *
     * @param person who asks, with {@link Right#MANAGE_SIGN_IN}
     * @param firm the firm
     * @return the address, which answers once a provider is added that reads it
     */
    public String keys(UserAccountId person, FirmShortName firm) {
        return keys.address(require(person, firm));
    }

    /**
     * Adds a provider, switched off.
     *
     * @param person who does it, with {@link Right#MANAGE_SIGN_IN}
     * @param firm the firm
     * @param form what is said of it
     * @return the provider
     * @throws ProviderRefusedException if a rule forbids it
     */
    public ProviderId add(UserAccountId person, FirmShortName firm, ProviderForm form) {
        FirmId card = requireProven(person, firm);
        acts.requireRoom(card, form);
        if (form.authentication().bySecret() && form.clientSecret().isEmpty()) {
            throw new ProviderRefusedException(Reason.MALFORMED);
        }
        ProviderId id = new ProviderId(Uuid7.next());
        look(id, card, form);
        acts.add(id, card, person, form);
        return id;
    }

    /**
     * Changes a provider; it must be tried again before it can be switched on, and one that is on
     * goes off until then.
     *
     * @param person who does it, with {@link Right#MANAGE_SIGN_IN}
     * @param firm the firm
     * @param id which
     * @param form what is said of it now; an empty secret leaves the one kept, a key forgets it
     * @throws ProviderRefusedException if a rule forbids it
     */
    public void change(UserAccountId person, FirmShortName firm, ProviderId id, ProviderForm form) {
        FirmId card = requireProven(person, firm);
        Stored before = one(card, id);
        if (form.authentication().bySecret()
                && form.clientSecret().isEmpty()
                && !keepsSecret(before.provider(), form)) {
            throw new ProviderRefusedException(Reason.MALFORMED);
        }
        look(id, card, form);
        acts.change(id, card, person, form);
    }

    /** A secret is for the issuer that gave it, and is sent to no other. */
    private static boolean keepsSecret(Provider before, ProviderForm form) {
        return before.authentication().bySecret() && before.issuer().equals(form.issuer());
    }

    /**
     * Lets people sign in through a provider that has been tried.
     *
     * @param person who does it, with {@link Right#MANAGE_SIGN_IN}
     * @param firm the firm
     * @param id which
     * @param seen the version of its settings that the page showed
     * @throws ProviderRefusedException if it was not tried as it is now, or is no longer as seen
     */
    public void switchOn(UserAccountId person, FirmShortName firm, ProviderId id, int seen) {
        FirmId card = requireProven(person, firm);
        if (!one(card, id).tried()) {
            throw new ProviderRefusedException(Reason.NOT_TRIED);
        }
        acts.switchOn(id, card, person, seen);
    }

    /**
     * Lets nobody sign in through it any more.
     *
     * @param person who does it, with {@link Right#MANAGE_SIGN_IN}
     * @param firm the firm
     * @param id which
     */
    public void switchOff(UserAccountId person, FirmShortName firm, ProviderId id) {
        FirmId card = requireProven(person, firm);
        one(card, id);
        acts.switchOff(id, card, person);
    }

    /**
     * Forgets a provider and its secret.
     *
     * @param person who does it, with {@link Right#MANAGE_SIGN_IN}
     * @param firm the firm
     * @param id which
     */
    public void remove(UserAccountId person, FirmShortName firm, ProviderId id) {
        FirmId card = requireProven(person, firm);
        one(card, id);
        acts.remove(id, card, person);
    }

    /** Who lets others in shows first, and lately, who they are. */
    private FirmId requireProven(UserAccountId person, FirmShortName firm) {
        FirmId card = require(person, firm);
        proof.require(person);
        return card;
    }

    private FirmId require(UserAccountId person, FirmShortName firm) {
        FirmCard card = habilitations.requireInFirm(person, firm, Right.MANAGE_SIGN_IN);
        return card.id();
    }

    /** A provider of another firm is no provider here. */
    private Stored one(FirmId firm, ProviderId id) {
        return stored.find(id)
                .filter(one -> firm.equals(one.provider().firm()))
                .orElseThrow(() -> new ProviderRefusedException(Reason.NOT_FOUND));
    }

    /** Looks whether a provider is there, before anything is kept. */
    private void look(ProviderId id, FirmId firm, ProviderForm form) {
        if (!form.wellFormed()) {
            throw new ProviderRefusedException(Reason.MALFORMED);
        }
        if (!guard.allows(form.issuer())) {
            throw new ProviderRefusedException(Reason.ADDRESS);
        }
        try {
            discovery.of(form.provider(id, firm));
        } catch (AnotherIssuerException another) {
            throw new ProviderRefusedException(Reason.ISSUER);
        } catch (ProviderUnavailableException nothing) {
            throw new ProviderRefusedException(Reason.UNREACHABLE);
        }
    }

    private ProviderSheet sheet(Stored one) {
        Provider provider = one.provider();
        return new ProviderSheet(
                one.id(),
                new ProviderForm(
                        provider.issuer(),
                        provider.label(),
                        provider.clientId(),
                        "",
                        provider.authentication(),
                        provider.scopes(),
                        provider.level(),
                        provider.userinfoSigned(),
                        provider.claims(),
                        provider.signOut(),
                        one.version()),
                one.live(),
                one.tried(),
                baseUrl + ProviderAnswerCheck.ANSWER + one.id(),
                baseUrl + "/sign-in",
                baseUrl + BackChannelSignOut.PATH + one.id(),
                baseUrl + FrontChannelSignOut.PATH + one.id(),
                baseUrl + InitiatedSignIn.PATH + one.id(),
                keys.address(provider.firm()));
    }
}
