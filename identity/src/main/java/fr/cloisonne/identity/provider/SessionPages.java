package fr.cloisonne.identity.provider;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The provider's own door: who is signed in here, and out. */
@RestController
class SessionPages {

    private final FictionalPeople people;
    private final Clients clients;

    SessionPages(FictionalPeople people, Clients clients) {
        this.people = people;
        this.clients = clients;
    }

    @GetMapping("/")
    ResponseEntity<String> session(CsrfToken csrf, Locale locale) {
        var person = SecurityContextHolder.getContext().getAuthentication();
        Optional<FictionalPerson> here =
                person instanceof Chosen chosen ? people.find(chosen.login()) : Optional.empty();
        return new Pages(locale).session(here, csrf);
    }

    @PostMapping("/session/close")
    void close(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var session = request.getSession(false);
        if (session != null) {
            clients.end(session);
        }
        response.sendRedirect(ProviderSettings.ROOT + "/");
    }

    @RequestMapping("/error")
    ResponseEntity<String> failure(HttpServletRequest request, Locale locale) {
        return new Pages(locale)
                .failure(status(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)));
    }

    private static HttpStatus status(@Nullable Object code) {
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }
}
