package fr.cloisonne.identity.federation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.PasswordHashes;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.SecondFactors;
import fr.cloisonne.identity.signin.SessionEnding;
import fr.cloisonne.tenancy.value.FirmCard;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** A person's own view of the identities linked to their account. */
@Service
public class LinkedIdentities {

    private final FederatedIdentities identities;
    private final Providers providers;
    private final SignInOptions options;
    private final Habilitations habilitations;
    private final UserAccounts accounts;
    private final PasswordHashes hashes;
    private final SecondFactors factors;
    private final FreshProof proof;
    private final SessionEnding sessions;

    LinkedIdentities(
            FederatedIdentities identities,
            Providers providers,
            SignInOptions options,
            Habilitations habilitations,
            UserAccounts accounts,
            PasswordHashes hashes,
            SecondFactors factors,
            FreshProof proof,
            SessionEnding sessions) {
        this.identities = identities;
        this.providers = providers;
        this.options = options;
        this.habilitations = habilitations;
        this.accounts = accounts;
        this.hashes = hashes;
        this.factors = factors;
        this.proof = proof;
        this.sessions = sessions;
    }

    /**
     * What is linked.
     *
     * @param person whose account
     * @return the oldest first
     */
    public List<LinkedIdentity> of(UserAccountId person) {
        return identities.of(person);
    }

    /**
     * Where the person could link an identity: at the service's providers and at those of their
     * firms.
     *
     * @param person who
     * @return each provider, with where linking starts
     */
    public List<ProviderButton> linkable(UserAccountId person) {
        Stream<ProviderButton> own =
                habilitations.firmsOf(person).stream()
                        .map(FirmCard::id)
                        .flatMap(firm -> providers.ofFirm(firm).stream())
                        .map(one -> new ProviderButton(one.id(), one.label(), ""));
        return Stream.concat(own, options.providers().stream())
                .map(one -> new ProviderButton(one.id(), one.label(), LinkStart.PATH + one.id()))
                .toList();
    }

    /**
     * Takes an identity off the account; sessions that it opened end.
     *
     * @param person who does it, having lately shown who they are
     * @param identity which
     * @throws LastWayInException if nothing else would let them in
     */
    @PlatformTransaction
    public void unlink(UserAccountId person, LinkedIdentity identity) {
        proof.require(person);
        accounts.lock(person);
        boolean others =
                identities.of(person).stream()
                        .anyMatch(one ->
                                !(one.issuer().equals(identity.issuer())
                                        && one.sub().equals(identity.sub())));
        if (!others && hashes.of(person).isEmpty() && factors.of(person).passkeys().isEmpty()) {
            throw new LastWayInException();
        }
        if (identities.unlink(person, identity.issuer(), identity.sub())) {
            sessions.endOpenedBy(identity.issuer(), identity.sub());
        }
    }
}
