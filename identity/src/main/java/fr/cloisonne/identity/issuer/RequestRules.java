package fr.cloisonne.identity.issuer;

import fr.cloisonne.identity.habilitation.Vouching;
import fr.cloisonne.identity.technical.TokenClientId;
import fr.cloisonne.identity.technical.ToolMembers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;

/**
 * What a request must fulfil beside the library's rules: its redirect address is a registered one
 * letter by letter, loopback included; the person belongs to the tool's firm, and came in by a way
 * that speaks for it; and where a new sign-in is asked, or one that is not too old, there has been
 * one.
 */
final class RequestRules implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

    /** Told to nobody: it becomes a way to the sign-in page. */
    static final String SIGN_IN_AGAIN = "sign_in_again";

    private final ToolMembers members;
    private final Vouching vouching;
    private final Clock clock;

    RequestRules(ToolMembers members, Vouching vouching, Clock clock) {
        this.members = members;
        this.vouching = vouching;
        this.clock = clock;
    }

    @Override
    public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        String redirect = request.getRedirectUri();
        if (redirect == null
                || !context.getRegisteredClient().getRedirectUris().contains(redirect)) {
            throw refused(request, null, OAuth2ErrorCodes.INVALID_REQUEST, "redirect_uri");
        }
        OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_SCOPE_VALIDATOR.accept(
                context);
        if (request.getPrincipal() instanceof PersonAtIssuer person) {
            var client = new TokenClientId(UUID.fromString(context.getRegisteredClient().getId()));
            freshness(request, redirect, person);
            if (speaksForOthersAlone(person, client)) {
                throw again(request, redirect, "another firm's provider");
            }
            if (!members.mayEnter(person.id(), client)) {
                throw refused(
                        request,
                        redirect,
                        OAuth2ErrorCodes.ACCESS_DENIED,
                        "not a member of the tool's firm");
            }
        }
    }

    private void freshness(
            OAuth2AuthorizationCodeRequestAuthenticationToken request,
            String redirect,
            PersonAtIssuer person) {
        Map<String, Object> asked = request.getAdditionalParameters();
        List<String> prompts = prompts(asked);
        boolean again = prompts.contains("login") || tooOld(asked.get("max_age"), person, request);
        if (again && !person.answered()) {
            throw again(request, redirect, "max_age");
        }
    }

    private static OAuth2AuthorizationCodeRequestAuthenticationException again(
            OAuth2AuthorizationCodeRequestAuthenticationToken request,
            String redirect,
            String what) {
        boolean silent = prompts(request.getAdditionalParameters()).contains("none");
        return refused(request, redirect, silent ? "login_required" : SIGN_IN_AGAIN, what);
    }

    /** A session that another firm's provider has opened, or not this firm's where it must. */
    private boolean speaksForOthersAlone(PersonAtIssuer person, TokenClientId client) {
        return !vouching.of(person.id()).speaksFor(members.firm(client));
    }

    static List<String> prompts(Map<String, Object> asked) {
        return List.of(String.valueOf(asked.getOrDefault("prompt", "")).split(" ", -1));
    }

    private boolean tooOld(
            @Nullable Object maxAge,
            PersonAtIssuer person,
            OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        if (maxAge == null) {
            return false;
        }
        try {
            Instant oldest = clock.instant().minus(Duration.ofSeconds(number(maxAge)));
            return person.at().isBefore(oldest);
        } catch (NumberFormatException | ArithmeticException no) {
            throw refused(
                    request, request.getRedirectUri(), OAuth2ErrorCodes.INVALID_REQUEST, "max_age");
        }
    }

    private static int number(Object text) {
        return Integer.parseUnsignedInt(text.toString());
    }

    private static OAuth2AuthorizationCodeRequestAuthenticationException refused(
            OAuth2AuthorizationCodeRequestAuthenticationToken request,
            @Nullable String redirect,
            String code,
            String what) {
        var answered =
                new OAuth2AuthorizationCodeRequestAuthenticationToken(
                        request.getAuthorizationUri(),
                        request.getClientId(),
                        (Authentication) request.getPrincipal(),
                        redirect,
                        request.getState(),
                        request.getScopes(),
                        request.getAdditionalParameters());
        return new OAuth2AuthorizationCodeRequestAuthenticationException(
                new OAuth2Error(code, "OAuth 2.0 Parameter: " + what, null), answered);
    }
}
