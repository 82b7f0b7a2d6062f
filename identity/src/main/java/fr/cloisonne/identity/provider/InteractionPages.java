package fr.cloisonne.identity.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Who are you today? The visitor chooses a fictional person and a level, or goes back. */
@RestController
class InteractionPages {

    private final ProviderSettings settings;
    private final FictionalPeople people;
    private final RegisteredClientRepository clients;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository contexts =
            new HttpSessionSecurityContextRepository();

    InteractionPages(
            ProviderSettings settings,
            FictionalPeople people,
            RegisteredClientRepository clients,
            Clock clock) {
        this.settings = settings;
        this.people = people;
        this.clients = clients;
        this.clock = clock;
    }

    @GetMapping("/interaction")
    ResponseEntity<String> choose(
            HttpServletRequest request,
            CsrfToken csrf,
            Locale locale,
            @RequestParam Map<String, String> asked) {
        String query = request.getQueryString();
        if (query == null || clients.findByClientId(asked.getOrDefault("client_id", "")) == null) {
            return new Pages(locale).failure(HttpStatus.BAD_REQUEST);
        }
        return new Pages(locale)
                .choice(
                        people.all(),
                        query,
                        asked.get("acr_values"),
                        csrf,
                        settings.clientOrigin());
    }

    @PostMapping("/interaction")
    void chosen(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam("request") String query,
            @RequestParam(required = false, defaultValue = "") String login,
            @RequestParam(defaultValue = "eidas1") String level,
            @RequestParam(defaultValue = "NONE") Scenario scenario)
            throws IOException {
        if (login.isEmpty()) {
            cancel(response, query);
        } else if (people.find(login).isEmpty() || !Chosen.LEVELS.contains(level)) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        } else {
            request.getSession();
            request.changeSessionId();
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new Chosen(login, level, scenario, clock.instant()));
            contexts.saveContext(context, request, response);
            request.getSession().setAttribute(ChoiceForEach.ANSWERED, query);
            response.sendRedirect(ProviderSettings.ROOT + "/authorize?" + query);
        }
    }

    /** Goes back without an identity, to the registered address alone. */
    private void cancel(HttpServletResponse response, String query) throws IOException {
        String state =
                UriComponentsBuilder.fromUriString("?" + query)
                        .build()
                        .getQueryParams()
                        .getFirst("state");
        response.sendRedirect(
                settings.client().redirectUri()
                        + "?error=access_denied&iss="
                        + URLEncoder.encode(settings.issuer().toString(), StandardCharsets.UTF_8)
                        + (state == null ? "" : "&state=" + state));
    }
}
