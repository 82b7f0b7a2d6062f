package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Signing in and out through Keycloak, a provider that is not ours, in a real browser. Runs in full
 * size alone, since it is large.
 */
@Tag("keycloak")
class KeycloakIT {

    private static RunningProduct product;
    private static Keycloak keycloak;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        keycloak = new Keycloak();
        product =
                RunningProduct.start(
                        Stream.concat(
                                        Stream.of("--cloisonne.demonstration=true"),
                                        keycloak.settings().stream())
                                .toArray(String[]::new));
        keycloak.start(product.url(""));
        playwright = Visitor.playwright();
        browser = Visitor.browser(playwright);
    }

    @AfterAll
    static void close() throws Exception {
        browser.close();
        playwright.close();
        keycloak.close();
        product.close();
    }

    @Test
    void withRs256TheFirstSignInIsLinkedTheSecondIsDirectAndSignOutEndsBothSides() {
        linksThenComesBack("rsa", "claire", "Claire Martin", InBrowser.CLAIRE);
    }

    @Test
    void withEs256TheSame() {
        linksThenComesBack("ec", "amina", "Amina Diallo", InBrowser.AMINA);
    }

    private static void linksThenComesBack(
            String provider, String user, String name, String mailbox) {
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            List<String> asked = new CopyOnWriteArrayList<>();
            visitor.page().onRequest(request -> asked.add(request.url()));
            links(visitor, provider, user, mailbox);
            assertThat(asked)
                    .anyMatch(url ->
                            url.startsWith(keycloak.issuer())
                                    && url.contains("code_challenge_method=S256")
                                    && url.contains("nonce="));

            signsOut(visitor, name);
            assertThat(asked)
                    .anyMatch(url ->
                            url.startsWith(keycloak.issuer()) && url.contains("id_token_hint="));

            // Signed out there too, since it asks for the password again; here none is needed now.
            identifies(visitor, provider, user);
            entersTheProduct(visitor);
            menuOf(visitor, name).waitFor();
        }
    }

    @Test
    void whoIsSignedOutThereIsSignedOutHere() throws Exception {
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            links(visitor, "rsa", "paul", InBrowser.PAUL);
            keycloak.signOut("paul");
            visitor.goesTo(InBrowser.GARAGE);
            isOutside(visitor);

            // Known from now on, by its word alone: the same.
            identifies(visitor, "rsa", "paul");
            entersTheProduct(visitor);
            keycloak.signOut("paul");
            visitor.goesTo(InBrowser.GARAGE);
            isOutside(visitor);
        }
    }

    @Test
    void whoIsDisabledThereBeforeTheCodeIsExchangedReadsWhyAndStaysOutside() throws Exception {
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            var answer = new CompletableFuture<String>();
            visitor.page()
                    .route(
                            url -> url.contains("/login-actions/authenticate"),
                            route -> answer.complete(codeOf(route)));
            identifies(visitor, "rsa", "lucie");
            visitor.page().waitForCondition(answer::isDone);
            keycloak.disable("lucie");
            visitor.page().navigate(answer.join());
            refused(visitor, "Le jeton du fournisseur d’identité n’est pas valable");
        }
    }

    /** Where the provider sends the browser, which is held back. */
    private static String codeOf(Route route) {
        APIResponse sent = route.fetch(new Route.FetchOptions().setMaxRedirects(0));
        route.abort();
        return sent.headers().getOrDefault("location", "");
    }

    @Test
    void aWrongSecretOpensNothing() {
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            identifies(visitor, "wrong", "nadia");
            refused(visitor, "refuse Cloisonné");
        }
    }

    @Test
    void aKeyProvesTheProductWhereNoSecretIsShared() {
        isBelieved("key");
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            identifies(visitor, "unkeyed", "nadia");
            refused(visitor, "refuse Cloisonné");
        }
    }

    @Test
    void keysThatAreReplacedThereAreReadAgain() throws Exception {
        isBelieved("rsa");
        isBelieved("ec");
        keycloak.replaceKey("rsa", "rsa-generated", "");
        keycloak.replaceKey("ec", "ecdsa-generated", ", \"ecdsaEllipticCurveKey\": [\"P-256\"]");
        isBelieved("rsa");
        isBelieved("ec");
    }

    private static void isBelieved(String provider) {
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            identifies(visitor, provider, "nadia");
            isAskedToLink(visitor);
        }
    }

    private static void links(Visitor visitor, String provider, String user, String mailbox) {
        identifies(visitor, provider, user);
        isAskedToLink(visitor);
        visitor.signsInHere(mailbox);
        entersTheProduct(visitor);
    }

    private static void identifies(Visitor visitor, String provider, String user) {
        visitor.goesTo("/sign-in");
        visitor.page().getByText("S’identifier avec Keycloak " + provider).click();
        visitor.page().locator("#username").fill(user);
        visitor.page().locator("#password").fill(Keycloak.PASSWORD);
        visitor.page().locator("#kc-login").click();
    }

    private static void isAskedToLink(Visitor visitor) {
        visitor.page().waitForURL(url -> url.startsWith(product.url("/sign-in?link=")));
        visitor.sees("Relier votre identité");
    }

    private static void entersTheProduct(Visitor visitor) {
        visitor.page()
                .waitForURL(url ->
                        url.startsWith(product.url("/"))
                                && !url.startsWith(product.url("/sign-in"))
                                && !url.startsWith(product.url("/login")));
    }

    private static void refused(Visitor visitor, String reason) {
        visitor.page().waitForURL(url -> url.startsWith(product.url("/sign-in?error=")));
        visitor.sees(reason);
        visitor.goesTo(InBrowser.GARAGE);
        isOutside(visitor);
    }

    private static void isOutside(Visitor visitor) {
        visitor.page().waitForURL(url -> url.startsWith(product.url("/sign-in")));
    }

    private static void signsOut(Visitor visitor, String name) {
        menuOf(visitor, name).click();
        visitor.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Se déconnecter"))
                .click();
        isOutside(visitor);
    }

    private static Locator menuOf(Visitor visitor, String name) {
        return visitor.page()
                .locator("vaadin-menu-bar-button")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
    }
}
