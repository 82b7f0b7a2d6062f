package fr.cloisonne.identity.federation;

import fr.cloisonne.identity.membership.Newcomer;
import fr.cloisonne.identity.signin.SignInWay;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Keeps a first federated sign-in until the account is proven: once, for ten minutes. */
@Component
public class PendingLinks {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Clock clock;

    PendingLinks(Clock clock) {
        this.clock = clock;
    }

    PendingLink open(
            HttpSession session,
            SignInWay.Provider identity,
            OidcUser person,
            @Nullable Newcomer newcomer) {
        PendingLink link =
                new PendingLink(
                        nonce(), identity, name(person), newcomer, clock.instant().plus(LIFE));
        session.setAttribute(PendingLink.ATTRIBUTE, link);
        return link;
    }

    /**
     * The link that the sign-in page speaks of.
     *
     * @param session the session, if there is one
     * @param nonce as the address says it
     * @return the link, unless it is over or another
     */
    public Optional<PendingLink> find(@Nullable HttpSession session, @Nullable String nonce) {
        return session != null
                        && session.getAttribute(PendingLink.ATTRIBUTE) instanceof PendingLink link
                        && link.nonce().equals(nonce)
                        && clock.instant().isBefore(link.until())
                ? Optional.of(link)
                : Optional.empty();
    }

    /** Takes the link out of the session, whatever becomes of it. */
    Optional<PendingLink> take(HttpSession session, @Nullable String nonce) {
        Optional<PendingLink> link = find(session, nonce);
        session.removeAttribute(PendingLink.ATTRIBUTE);
        return link;
    }

    private static String name(OidcUser person) {
        String given = person.getGivenName();
        String family = person.getFamilyName();
        return given == null || family == null ? "" : given + " " + family;
    }

    private static String nonce() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
