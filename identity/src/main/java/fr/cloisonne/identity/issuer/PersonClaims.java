package fr.cloisonne.identity.issuer;

import fr.cloisonne.db.keyring.Keyring;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccounts;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenClaimsContext;
import org.springframework.stereotype.Component;

/**
 * What tools learn of a person: to each tool another subject, so that two of them cannot compare
 * notes; name and address only as far as the person has agreed, and as they are at that moment.
 */
@Component
class PersonClaims {

    private static final String SUBJECT = "issuer subject";
    private static final String SESSION = "issuer session";

    private final Keyring keyring;
    private final UserAccounts accounts;
    private final IssuerSettings settings;

    PersonClaims(Keyring keyring, UserAccounts accounts, IssuerSettings settings) {
        this.keyring = keyring;
        this.accounts = accounts;
        this.settings = settings;
    }

    /** Of an ID token. */
    void identify(JwtEncodingContext token) {
        if (token.getPrincipal() instanceof PersonAtIssuer person) {
            String client = token.getRegisteredClient().getId();
            token.getClaims()
                    .subject(subject(client, person))
                    .claim("auth_time", Date.from(person.at()))
                    .claim("acr", person.level())
                    .claim("amr", person.methods());
            UUID session = person.session();
            if (session != null) {
                token.getClaims().claim("sid", pairwise(SESSION, client, session));
            }
            token.getClaims()
                    .claims(all ->
                            all.computeIfPresent(
                                    "exp",
                                    (name, end) ->
                                            ((Instant) Objects.requireNonNull(all.get("iat")))
                                                    .plus(settings.idToken())));
        }
    }

    /** Of an access token, as introspection tells it. */
    void name(OAuth2TokenClaimsContext token) {
        if (token.getPrincipal() instanceof PersonAtIssuer person) {
            token.getClaims().subject(subject(token.getRegisteredClient().getId(), person));
        }
    }

    OidcUserInfo userInfo(OidcUserInfoAuthenticationContext asked) {
        var authorization = asked.getAuthorization();
        PersonAtIssuer person =
                Objects.requireNonNull(authorization.getAttribute(Principal.class.getName()));
        Set<String> scopes = asked.getAccessToken().getScopes();
        var told =
                OidcUserInfo.builder()
                        .subject(subject(authorization.getRegisteredClientId(), person));
        if (scopes.contains("profile") || scopes.contains("email")) {
            PersonCard card = accounts.card(person.id());
            if (scopes.contains("profile")) {
                told.name(card.name().display())
                        .givenName(card.name().given())
                        .familyName(card.name().family())
                        .locale(card.language().toLanguageTag());
            }
            if (scopes.contains("email")) {
                told.email(card.email());
            }
        }
        return told.build();
    }

    private String subject(String client, PersonAtIssuer person) {
        return pairwise(SUBJECT, client, person.id().value());
    }

    private String pairwise(String purpose, String client, UUID id) {
        byte[] both = (client + '\n' + id).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keyring.mac(purpose, both));
    }
}
