package fr.cloisonne.identity.provider;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;

/**
 * Tells a client that a person's session here is over (OpenID Connect Back-Channel Logout 1.0). The
 * token names the person and not one session, so that the client ends all sessions of the person.
 */
final class Clients {

    private static final Logger LOG = LoggerFactory.getLogger(Clients.class);
    private static final String SERVED = Clients.class.getName();
    private static final Duration LIFE = Duration.ofMinutes(2);

    private final ProviderSettings settings;
    private final JwtEncoder encoder;
    private final Clock clock;
    private final OidcLogoutAuthenticationSuccessHandler byClient =
            new OidcLogoutAuthenticationSuccessHandler();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    Clients(ProviderSettings settings, JwtEncoder encoder, Clock clock) {
        this.settings = settings;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** Remembers who was vouched for in this session. */
    void served(HttpSession session, String login) {
        session.setAttribute(SERVED, login);
    }

    /** A sign-out that the client began: it has ended its own session by itself. */
    void signedOut(HttpServletRequest request, HttpServletResponse response, Authentication over)
            throws IOException, ServletException {
        byClient.onAuthenticationSuccess(request, response, over);
    }

    /** A sign-out that was asked for here. */
    void end(HttpSession session) {
        Object login = session.getAttribute(SERVED);
        session.invalidate();
        if (login instanceof String person) {
            tell(person);
        }
    }

    private void tell(String login) {
        var client = settings.client();
        String form =
                "logout_token="
                        + URLEncoder.encode(token(client.id(), login), StandardCharsets.UTF_8);
        try {
            HttpResponse<Void> answer =
                    http.send(
                            HttpRequest.newBuilder(client.backChannelUri())
                                    .timeout(Duration.ofSeconds(4))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(form))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() / 100 != 2) {
                LOG.warn("Identity provider: {} answered {}", client.id(), answer.statusCode());
            }
        } catch (IOException failure) {
            LOG.warn("Identity provider: {} could not be told of a sign-out", client.id());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private String token(String client, String login) {
        var now = clock.instant();
        var claims =
                JwtClaimsSet.builder()
                        .issuer(settings.issuer().toString())
                        .subject(settings.subjects().subject(client, login))
                        .audience(List.of(client))
                        .issuedAt(now)
                        .expiresAt(now.plus(LIFE))
                        .id(UUID.randomUUID().toString())
                        .claim(
                                "events",
                                Map.of(
                                        "http://schemas.openid.net/event/backchannel-logout",
                                        Map.of()))
                        .build();
        var header = JwsHeader.with(SignatureAlgorithm.ES256).type("logout+jwt").build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }
}
