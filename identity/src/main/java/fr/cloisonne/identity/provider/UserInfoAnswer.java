package fr.cloisonne.identity.provider;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationToken;

/**
 * Userinfo as a signed JWT, which the authorization server cannot by itself; with its scenarios.
 */
final class UserInfoAnswer {

    private static final Duration DELAY = Duration.ofSeconds(10);
    private static final String SCENARIO = "scenario";

    private final ProviderSettings settings;
    private final FictionalPeople people;
    private final JwtEncoder encoder;
    private final Clock clock;

    UserInfoAnswer(
            ProviderSettings settings, FictionalPeople people, JwtEncoder encoder, Clock clock) {
        this.settings = settings;
        this.people = people;
        this.encoder = encoder;
        this.clock = clock;
    }

    OidcUserInfo claims(OidcUserInfoAuthenticationContext context) {
        var authorization = context.getAuthorization();
        Chosen person =
                Objects.requireNonNull(authorization.getAttribute(Principal.class.getName()));
        Map<String, Object> claims =
                new HashMap<>(
                        people.find(person.login())
                                .orElseThrow()
                                .claims(context.getAccessToken().getScopes()));
        String client = settings.client().id();
        claims.put("sub", settings.subjects().subject(client, person.login()));
        claims.put(SCENARIO, person.scenario());
        return new OidcUserInfo(claims);
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Authentication granted)
            throws IOException {
        OidcUserInfo info =
                Objects.requireNonNull(((OidcUserInfoAuthenticationToken) granted).getUserInfo());
        Map<String, Object> claims = new HashMap<>(info.getClaims());
        Scenario scenario = (Scenario) Objects.requireNonNull(claims.remove(SCENARIO));
        switch (scenario) {
            case SERVER_RESPONSE -> response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            case UNSIGNED ->
                    write(
                            response,
                            MediaType.APPLICATION_JSON_VALUE,
                            JSONObjectUtils.toJSONString(claims));
            case DELETE_CLAIMS -> {
                claims.remove("sub");
                write(response, "application/jwt", signed(claims));
            }
            case DELAY -> {
                waits();
                write(response, "application/jwt", signed(claims));
            }
            case NONE -> write(response, "application/jwt", signed(claims));
        }
    }

    private String signed(Map<String, Object> claims) {
        var set =
                JwtClaimsSet.builder()
                        .issuer(settings.issuer().toString())
                        .audience(List.of(settings.client().id()))
                        .issuedAt(clock.instant())
                        .claims(all -> all.putAll(claims))
                        .build();
        return encoder.encode(
                        JwtEncoderParameters.from(
                                JwsHeader.with(SignatureAlgorithm.ES256).build(), set))
                .getTokenValue();
    }

    private static void write(HttpServletResponse response, String type, String body)
            throws IOException {
        response.setContentType(type);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    private static void waits() {
        try {
            Thread.sleep(DELAY);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
