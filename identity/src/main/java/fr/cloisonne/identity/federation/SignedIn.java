package fr.cloisonne.identity.federation;

import fr.cloisonne.identity.SignedInPerson;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.LocalSignIn;
import fr.cloisonne.identity.signin.SessionEnd;
import fr.cloisonne.identity.signin.SignInWay;
import fr.cloisonne.identity.signin.SignedInSessions;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * What follows a sign-in, of either kind. A password proves an account, and links the identity that
 * was waiting for just this. A known identity opens its account; an unknown one opens nothing, and
 * waits for the proof.
 */
public final class SignedIn implements AuthenticationSuccessHandler {

    private final Providers providers;
    private final FederatedIdentities identities;
    private final PendingLinks links;
    private final FreshProof proof;
    private final Clock clock;
    private final SignedInSessions sessions;
    private final AuthenticationSuccessHandler next;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    SignedIn(
            Providers providers,
            FederatedIdentities identities,
            PendingLinks links,
            FreshProof proof,
            Clock clock,
            SignedInSessions sessions,
            AuthenticationSuccessHandler next) {
        this.providers = providers;
        this.identities = identities;
        this.links = links;
        this.sessions = sessions;
        this.proof = proof;
        this.clock = clock;
        this.next = next;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
            throws IOException, ServletException {
        if (signedIn instanceof OAuth2AuthenticationToken token
                && token.getPrincipal() instanceof OidcUser person) {
            federated(request, response, token.getAuthorizedClientRegistrationId(), person);
        } else {
            local(request, (SignedInPerson) Objects.requireNonNull(signedIn.getPrincipal()));
            next.onAuthenticationSuccess(request, response, signedIn);
        }
    }

    private void local(HttpServletRequest request, SignedInPerson person) {
        HttpSession session = request.getSession();
        links.take(session, request.getParameter("link"))
                .ifPresentOrElse(
                        link -> identities.link(person.id(), link.issuer(), link.sub()),
                        // This session is not to be ended at the provider.
                        () -> session.removeAttribute(FederatedSession.ATTRIBUTE));
        sessions.open(request, person.id(), new SignInWay.Password());
        proof.given(person.id(), clock.instant());
    }

    private void federated(
            HttpServletRequest request,
            HttpServletResponse response,
            String provider,
            OidcUser person)
            throws IOException, ServletException {
        HttpSession session = request.getSession();
        String issuer = Objects.requireNonNull(person.getIdToken().getIssuer()).toString();
        Optional<UserAccountId> account =
                identities.accountOf(issuer, Objects.requireNonNull(person.getSubject()));
        session.setAttribute(
                FederatedSession.ATTRIBUTE,
                new FederatedSession(provider, person.getIdToken().getTokenValue()));
        if (account.isPresent()) {
            Authentication known = LocalSignIn.recognised(new SignedInPerson(account.get()));
            keep(known, request, response);
            session.removeAttribute(PendingLink.ATTRIBUTE);
            sessions.open(
                    request,
                    account.get(),
                    new SignInWay.Provider(
                            provider,
                            issuer,
                            person.getSubject(),
                            person.getIdToken().getClaimAsString("sid")));
            proven(account.get(), provider, person);
            next.onAuthenticationSuccess(request, response, known);
        } else {
            keep(null, request, response);
            sessions.leave(session, SessionEnd.REPLACED);
            PendingLink link = links.open(session, person);
            response.sendRedirect("/sign-in?link=" + link.nonce());
        }
    }

    /**
     * A provider that asked nothing again, or does not say when it did, proves nothing lately; nor
     * does a firm's, on whose word alone nothing of an account changes.
     */
    private void proven(UserAccountId account, String provider, OidcUser person) {
        Instant at = person.getIdToken().getAuthenticatedAt();
        proof.given(account, at != null && providers.vouchesForAll(provider) ? at : Instant.EPOCH);
    }

    private void keep(
            @Nullable Authentication authentication,
            HttpServletRequest request,
            HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
