package fr.cloisonne.identity.provider;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.HtmlUtils;

/** The provider's pages: plain HTML, no script. Every text that is not ours is escaped. */
final class Pages {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String STYLE =
            """
            :root{color-scheme:light dark;--ink:light-dark(#241b33,#ece7f5);--ground:light-dark(#f6f3fb,#17121f);
              --sheet:light-dark(#fff,#221b2e);--line:light-dark(#8d81a3,#6d6182);--act:light-dark(#5b2a86,#c9a6f0);--on:light-dark(#fff,#1b1226)}
            *{box-sizing:border-box}
            body{margin:0;font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--ground)}
            main{max-width:38rem;margin:0 auto;padding:2rem 1rem}
            header{font-weight:700;font-size:1.25rem;border-left:.4rem solid var(--act);padding-left:.75rem}
            h1{font-size:1.5rem;line-height:1.25;margin:1.5rem 0 .5rem}
            fieldset{border:1px solid var(--line);border-radius:.5rem;background:var(--sheet);padding:.75rem 1rem;margin:1rem 0}
            legend{font-weight:600;padding:0 .25rem}
            label{display:flex;gap:.6rem;align-items:baseline;padding:.3rem 0}
            label span{overflow-wrap:anywhere}
            small{display:block;opacity:.85}
            select{font:inherit;padding:.4rem;max-width:100%}
            input,select,button{accent-color:var(--act)}
            .acts{display:flex;flex-wrap:wrap;gap:.75rem}
            button{font:inherit;font-weight:600;padding:.6rem 1.2rem;border-radius:.4rem;border:1px solid var(--act);background:var(--act);color:var(--on);cursor:pointer}
            button.quiet{background:transparent;color:var(--act)}
            :focus-visible{outline:3px solid var(--act);outline-offset:2px}
            """;

    private final Locale locale;
    private final ResourceBundle words;

    Pages(Locale locale) {
        this.locale = "en".equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.FRENCH;
        this.words =
                ResourceBundle.getBundle(
                        "provider.pages",
                        this.locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    ResponseEntity<String> choice(
            List<FictionalPerson> people,
            String query,
            @Nullable String asked,
            CsrfToken csrf,
            String clientOrigin) {
        String persons =
                people.stream()
                        .map(p ->
                                radio(
                                        "login",
                                        p.login(),
                                        p.name(),
                                        detail(p),
                                        p.equals(people.getFirst())))
                        .collect(Collectors.joining());
        String levels =
                Chosen.LEVELS.stream()
                        .map(l -> radio("level", l, word("level." + l), "", l.equals(asked)))
                        .collect(Collectors.joining());
        String scenarios =
                Stream.of(Scenario.values())
                        .map(s ->
                                "<option value=\""
                                        + s
                                        + "\">"
                                        + word("scenario." + s)
                                        + "</option>")
                        .collect(Collectors.joining());
        String form =
                """
                <p>%s</p>
                <form method="post" action="%s/interaction">
                %s<input type="hidden" name="request" value="%s">
                <fieldset><legend>%s</legend>%s</fieldset>
                <fieldset><legend>%s</legend>%s</fieldset>
                <fieldset><legend><label for="scenario">%s</label></legend><select id="scenario" name="scenario">%s</select></fieldset>
                <div class="acts"><button>%s</button></div></form>
                <form method="post" action="%s/interaction">%s<input type="hidden" name="request" value="%s">
                <p class="acts"><button class="quiet">%s</button></p></form>
                """
                        .formatted(
                                word("choice.text"),
                                ProviderSettings.ROOT,
                                hidden(csrf),
                                safe(query),
                                word("choice.people"),
                                persons,
                                word("choice.levels"),
                                levels,
                                word("choice.scenario"),
                                scenarios,
                                word("choice.continue"),
                                ProviderSettings.ROOT,
                                hidden(csrf),
                                safe(query),
                                word("choice.cancel"));
        return page(HttpStatus.OK, word("choice.title"), form, " " + clientOrigin);
    }

    ResponseEntity<String> session(Optional<FictionalPerson> person, CsrfToken csrf) {
        String body =
                person.map(here ->
                                """
                                <p>%s <strong>%s</strong></p>
                                <form method="post" action="%s/session/close">%s<button>%s</button></form>
                                """
                                        .formatted(
                                                word("session.as"),
                                                safe(here.name()),
                                                ProviderSettings.ROOT,
                                                hidden(csrf),
                                                word("session.close")))
                        .orElse("<p>" + word("session.none") + "</p>");
        return page(HttpStatus.OK, word("session.title"), body, "");
    }

    ResponseEntity<String> failure(HttpStatus status) {
        return page(status, word("failure.title"), "<p>" + word("failure.text") + "</p>", "");
    }

    private ResponseEntity<String> page(
            HttpStatus status, String title, String body, String formTargets) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        String html =
                """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%s · %s</title><style nonce="%s">%s</style></head>
                <body><main><header>%s</header><h1>%s</h1>%s</main></body></html>
                """
                        .formatted(
                                locale.getLanguage(),
                                title,
                                word("name"),
                                nonce,
                                STYLE,
                                word("name"),
                                title,
                                body);
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'nonce-"
                                + nonce
                                + "'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
                                + formTargets)
                .body(html);
    }

    private static String radio(
            String name, String value, String label, String detail, boolean checked) {
        return """
        <label><input type="radio" name="%s" value="%s"%s><span>%s%s</span></label>
        """
                .formatted(
                        name,
                        safe(value),
                        checked ? " checked" : "",
                        safe(label),
                        detail.isEmpty() ? "" : "<small>" + safe(detail) + "</small>");
    }

    private static String detail(FictionalPerson person) {
        return person.claims().getOrDefault("email", "");
    }

    private static String hidden(CsrfToken csrf) {
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                .formatted(csrf.getParameterName(), safe(csrf.getToken()));
    }

    private String word(String key) {
        return words.getString(key);
    }

    private static String safe(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
