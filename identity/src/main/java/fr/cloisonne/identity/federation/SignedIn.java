package fr.cloisonne.identity.federation;

import fr.cloisonne.identity.SignedInPerson;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.signin.Factor;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.LocalSignIn;
import fr.cloisonne.identity.signin.PendingSignIn;
import fr.cloisonne.identity.signin.PendingSignIns;
import fr.cloisonne.identity.signin.SessionEnd;
import fr.cloisonne.identity.signin.SessionEnding;
import fr.cloisonne.identity.signin.SessionOpening;
import fr.cloisonne.identity.signin.SignInWay;
import fr.cloisonne.identity.signin.WholeSignIn;
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
    private final FirstArrivals arrivals;
    private final PendingLinks links;
    private final LinkIntents intents;
    private final PendingSignIns pending;
    private final TwoFactorProviders twoFactors;
    private final FreshProof proof;
    private final Clock clock;
    private final SessionOpening opening;
    private final SessionEnding ending;
    private final AuthenticationSuccessHandler next;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    SignedIn(
            Providers providers,
            FederatedIdentities identities,
            FirstArrivals arrivals,
            PendingLinks links,
            LinkIntents intents,
            PendingSignIns pending,
            TwoFactorProviders twoFactors,
            FreshProof proof,
            Clock clock,
            SessionOpening opening,
            SessionEnding ending,
            AuthenticationSuccessHandler next) {
        this.providers = providers;
        this.identities = identities;
        this.arrivals = arrivals;
        this.links = links;
        this.intents = intents;
        this.pending = pending;
        this.twoFactors = twoFactors;
        this.opening = opening;
        this.ending = ending;
        this.proof = proof;
        this.clock = clock;
        this.next = next;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
            throws IOException, ServletException {
        switch (signedIn) {
            case WholeSignIn whole ->
                    enter(request, response, whole.first(), whole.second(), provenAt(whole));
            case OAuth2AuthenticationToken token
                    when token.getPrincipal() instanceof OidcUser person ->
                    federated(request, response, token.getAuthorizedClientRegistrationId(), person);
            default -> local(request, response, signedIn);
        }
    }

    private void local(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
            throws IOException, ServletException {
        var person = (SignedInPerson) Objects.requireNonNull(signedIn.getPrincipal());
        PendingSignIn first =
                pending.begun(person.id(), new SignInWay.Password(), request.getParameter("link"));
        if (!held(request, response, first)) {
            enter(request, response, first, null, clock.instant());
        }
    }

    private void federated(
            HttpServletRequest request,
            HttpServletResponse response,
            String provider,
            OidcUser person)
            throws IOException, ServletException {
        HttpSession session = request.getSession();
        String issuer = Objects.requireNonNull(person.getIdToken().getIssuer()).toString();
        String sub = Objects.requireNonNull(person.getSubject());
        Optional<UserAccountId> wanted = intents.take(session, provider);
        if (wanted.isPresent()) {
            keep(LocalSignIn.recognised(new SignedInPerson(wanted.get())), request, response);
            response.sendRedirect(LinkStart.PAGE + "?outcome=" + link(wanted.get(), issuer, sub));
            return;
        }
        Optional<Provider> there = providers.live(provider);
        Optional<UserAccountId> account =
                identities
                        .accountOf(issuer, sub)
                        .or(() -> there.flatMap(one -> arrivals.admit(one, person)));
        var way =
                new SignInWay.Provider(
                        provider, issuer, sub, person.getIdToken().getClaimAsString("sid"));
        session.setAttribute(
                FederatedSession.ATTRIBUTE,
                new FederatedSession(provider, person.getIdToken().getTokenValue()));
        if (account.isEmpty()) {
            keep(null, request, response);
            ending.leave(session, SessionEnd.REPLACED);
            PendingLink link =
                    links.open(
                            session,
                            way,
                            person,
                            there.flatMap(one -> arrivals.newcomer(one, person)).orElse(null));
            response.sendRedirect("/sign-in?link=" + link.nonce());
            return;
        }
        session.removeAttribute(PendingLink.ATTRIBUTE);
        there.ifPresent(one -> arrivals.greet(one, account.get(), person));
        PendingSignIn first = pending.begun(account.get(), way, null);
        if (twoFactors.shownBy(provider, person) || !held(request, response, first)) {
            enter(request, response, first, null, provenAt(provider, person));
        }
    }

    /** The first factor is proven; a second that the account has is asked before anything opens. */
    private boolean held(
            HttpServletRequest request, HttpServletResponse response, PendingSignIn first)
            throws IOException {
        HttpSession session = request.getSession();
        if (!pending.hold(session, first)) {
            return false;
        }
        keep(null, request, response);
        ending.leave(session, SessionEnd.REPLACED);
        response.sendRedirect("/sign-in/second");
        return true;
    }

    private void enter(
            HttpServletRequest request,
            HttpServletResponse response,
            PendingSignIn first,
            @Nullable Factor second,
            @Nullable Instant provenAt)
            throws IOException, ServletException {
        SignInWay.Provider there =
                first.way() instanceof SignInWay.Provider one
                        ? one
                        : linked(request.getSession(), first);
        opening.open(request, first.person(), first.way(), there, provenAt);
        if (second != null) {
            proof.given(first.person(), second);
        }
        Authentication known = LocalSignIn.recognised(new SignedInPerson(first.person()));
        keep(known, request, response);
        next.onAuthenticationSuccess(request, response, known);
    }

    /** The identity that waited for just this proof, now the account's. */
    private SignInWay.@Nullable Provider linked(HttpSession session, PendingSignIn first) {
        Optional<SignInWay.Provider> linked =
                links.take(session, first.link())
                        .map(PendingLink::identity)
                        .filter(one ->
                                link(first.person(), one.issuer(), one.sub()).equals("linked"));
        if (linked.isEmpty()) {
            // This session is not to be ended at the provider.
            session.removeAttribute(FederatedSession.ATTRIBUTE);
        }
        return linked.orElse(null);
    }

    /** Links; what else was open on the account ends, since somebody else may have opened it. */
    private String link(UserAccountId person, String issuer, String sub) {
        if (identities.link(person, issuer, sub)) {
            ending.endOthers(person, SessionEnd.WAY_IN_CHANGED);
            return "linked";
        }
        return identities.accountOf(issuer, sub).filter(person::equals).isPresent()
                ? "linked"
                : "taken";
    }

    /**
     * A provider that asked nothing again, or does not say when it did, proves nothing lately; nor
     * does a firm's, on whose word alone nothing of an account changes.
     */
    private @Nullable Instant provenAt(String provider, OidcUser person) {
        Instant at = person.getIdToken().getAuthenticatedAt();
        return providers.vouchesForAll(provider) ? at : null;
    }

    /** Whoever comes in without lost factors has shown nothing here but perhaps a password. */
    private @Nullable Instant provenAt(WholeSignIn whole) {
        return whole.second() == null && whole.first().way() instanceof SignInWay.Provider
                ? null
                : clock.instant();
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
