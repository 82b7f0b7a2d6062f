package fr.cloisonne.app;

import jakarta.servlet.ServletContext;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The session's cookie: {@code __Host-cloisonne} under https; a plain name on localhost alone,
 * where some browsers drop Secure cookies. Lax, since Strict would break the return from an
 * identity provider.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class SessionCookie implements ServletContextInitializer {

    private final ProductSettings settings;

    SessionCookie(ProductSettings settings) {
        this.settings = settings;
    }

    @Override
    public void onStartup(ServletContext context) {
        var cookie = context.getSessionCookieConfig();
        cookie.setName(settings.https() ? "__Host-cloisonne" : "cloisonne");
        cookie.setSecure(settings.https());
        cookie.setHttpOnly(true);
        cookie.setPath("/");
        cookie.setAttribute("SameSite", "Lax");
    }
}
