package fr.cloisonne.identity.federation;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Vouched;
import fr.cloisonne.identity.habilitation.Vouching;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.SignInWay;
import fr.cloisonne.identity.signin.SignedInSessions;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A session opened by a firm's provider speaks for that firm while the provider is in service, and
 * for nobody after; once the person has shown here who they are, it speaks for all firms but those
 * that require a provider of their own.
 */
@Component
class SessionVouching implements Vouching {

    private final SignedInSessions sessions;
    private final FreshProof proof;
    private final Providers providers;
    private final RequiredProviders required;

    SessionVouching(
            SignedInSessions sessions,
            FreshProof proof,
            Providers providers,
            RequiredProviders required) {
        this.sessions = sessions;
        this.proof = proof;
        this.providers = providers;
        this.required = required;
    }

    @Override
    public Vouched of(UserAccountId person) {
        return sessions.current()
                .filter(session -> session.person().equals(person))
                .map(session ->
                        new Vouched(
                                proof.wasGiven(person) ? null : only(session.way()),
                                required.asking(person, session)))
                .orElseGet(() -> nobodys(person));
    }

    /** Nobody acts by a thread that has left its session behind. */
    private Vouched nobodys(UserAccountId person) {
        return sessions.asked() || proof.isGivenBeside(person) ? Vouched.FOR_ALL : Vouched.FOR_NONE;
    }

    private @Nullable Set<FirmId> only(SignInWay way) {
        return way instanceof SignInWay.Provider provider && !providers.vouchesForAll(provider.id())
                ? providers.firmOf(provider.id()).map(Set::of).orElse(Set.of())
                : null;
    }
}
