package fr.cloisonne.identity.federation;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Vouching;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.SignInWay;
import fr.cloisonne.identity.signin.SignedInSessions;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A session opened by a firm's provider speaks for that firm while the provider is in service, and
 * for nobody after; once the person has shown here who they are, it speaks for all.
 */
@Component
class SessionVouching implements Vouching {

    private final SignedInSessions sessions;
    private final FreshProof proof;
    private final Providers providers;

    SessionVouching(SignedInSessions sessions, FreshProof proof, Providers providers) {
        this.sessions = sessions;
        this.proof = proof;
        this.providers = providers;
    }

    @Override
    public Optional<Set<FirmId>> limits(UserAccountId person) {
        return sessions.current()
                .filter(session -> session.person().equals(person))
                .filter(session -> !proof.wasGiven(person))
                .flatMap(session -> limits(session.way()));
    }

    private Optional<Set<FirmId>> limits(SignInWay way) {
        return way instanceof SignInWay.Provider provider && !providers.vouchesForAll(provider.id())
                ? Optional.of(providers.firmOf(provider.id()).map(Set::of).orElse(Set.of()))
                : Optional.empty();
    }
}
