package fr.cloisonne.app;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * The content security policy of every page: scripts by a nonce of this answer alone. Vaadin 25.2
 * needs {@code unsafe-eval} (without it the grid never appears) and inline styles.
 *
 * <p>The policy travels with the page, not with each resource, since the nonce must be the one
 * written on the page's scripts.
 */
@Component
class ContentPolicy implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final transient FormTargets targets;

    ContentPolicy(FormTargets targets) {
        this.targets = targets;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::protect);
    }

    private void protect(IndexHtmlResponse page) {
        String nonce = nonce();
        page.getDocument().select("script, link[rel=modulepreload]").attr("nonce", nonce);
        HttpServletRequest request =
                ((VaadinServletRequest) page.getVaadinRequest()).getHttpServletRequest();
        page.getVaadinResponse()
                .setHeader("Content-Security-Policy", policy(nonce, targets.sources(request)));
    }

    private static String policy(String nonce, String formTargets) {
        return String.join(
                "; ",
                "default-src 'self'",
                "script-src 'nonce-" + nonce + "' 'strict-dynamic' 'unsafe-eval'",
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data:",
                "font-src 'self' data:",
                "object-src 'none'",
                "base-uri 'self'",
                "frame-ancestors 'none'",
                "form-action 'self'" + formTargets);
    }

    private static String nonce() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
