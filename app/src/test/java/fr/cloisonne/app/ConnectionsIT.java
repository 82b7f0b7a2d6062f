package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A machine connected and a tool signed in to, in a real browser. */
class ConnectionsIT extends InBrowser {

    private static final String CONNECTIONS = "/f/cabinet-alpes/connections";
    private static final String VERIFIER = "a-verifier-of-more-than-forty-three-characters-in-all";

    @Test
    void aMachineIsConnectedItsSecretIsShownOnceAndItStopsWhenItIsRevoked() {
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            visitor.signsIn(CLAIRE).sees("Boulangerie du Lac");
            visitor.goesTo(CONNECTIONS).sees("Aucun logiciel n’est raccordé");
            visitor.presses("Nouveau raccordement");
            visitor.page().getByLabel("Nom du logiciel").first().fill("Caisse enregistreuse");
            visitor.presses("Créer le raccordement").sees("n’est montré qu’une fois");
            String id = value(visitor, "Identifiant (client_id)");
            String secret = value(visitor, "Secret (client_secret)");
            visitor.takesAPicture("connection-secret");
            visitor.presses("Je l’ai conservé");
            APIRequestContext machine = visitor.page().context().request();
            assertThat(token(machine, id, secret).status()).isEqualTo(200);
            visitor.goesTo(CONNECTIONS).sees("En service");
            assertThat(visitor.page().content()).doesNotContain(secret);
            visitor.takesAPicture("connections");
            visitor.presses("Révoquer").sees("dès sa prochaine requête");
            visitor.page()
                    .locator("vaadin-confirm-dialog")
                    .getByText("Révoquer", new Locator.GetByTextOptions().setExact(true))
                    .click();
            visitor.sees("Révoqué, avec effet immédiat");
            assertThat(token(machine, id, secret).status()).isEqualTo(401);
        }
    }

    @Test
    void aPersonSignsInToAToolOfTheFirmAfterHavingAgreed() {
        try (Visitor administrator = Visitor.arrives(product, browser);
                Visitor amina = Visitor.arrives(product, browser)) {
            administrator.signsIn(CLAIRE).sees("Boulangerie du Lac");
            // The tool’s own page is a page of the product’s here, so that it need not be started.
            String back = product.url("/icons/mark.svg");
            administrator.goesTo(CONNECTIONS).presses("Nouvel outil tiers");
            administrator.page().getByLabel("Nom de l’outil").first().fill("Gestion des temps");
            administrator.page().getByLabel("Adresses de retour").first().fill(back);
            administrator.presses("Enregistrer l’outil").sees("n’est montré qu’une fois");
            String id = value(administrator, "Identifiant (client_id)");
            String secret = value(administrator, "Secret (client_secret)");

            amina.page().navigate(product.url(authorize(id, back)));
            amina.sees("Se connecter");
            amina.page().getByLabel("Adresse électronique").first().fill(AMINA);
            amina.page().getByLabel("Mot de passe").first().fill("cloisonne-demonstration");
            amina.presses("Se connecter").sees("Gestion des temps veut savoir qui vous êtes");
            amina.takesAPicture("consent");
            Response page = Objects.requireNonNull(amina.page().reload());
            assertThat(page.headerValue("Content-Security-Policy"))
                    .contains("frame-ancestors 'none'");
            amina.sees("Gestion des temps veut savoir qui vous êtes");
            amina.presses("Accepter et continuer");
            amina.page().waitForURL(url -> url.startsWith(back));
            String code = parameter(amina.page().url(), "code");
            assertThat(parameter(amina.page().url(), "iss")).isEqualTo(product.url(""));

            APIRequestContext tool = administrator.page().context().request();
            JsonNode tokens = json(exchange(tool, id, secret, code, back));
            JsonNode told =
                    json(
                            tool.get(
                                    product.url("/oauth2/userinfo"),
                                    RequestOptions.create()
                                            .setHeader(
                                                    "Authorization",
                                                    "Bearer "
                                                            + tokens.get("access_token")
                                                                    .asString())));
            assertThat(told.get("email").asString()).isEqualTo(AMINA);

            // A tool that nobody knows is told nothing, and the person reads why.
            amina.page().navigate(product.url(authorize("inconnu", back)));
            amina.sees("Cette demande ne peut pas être suivie");
        }
    }

    private static String authorize(String client, String back) {
        return "/oauth2/authorize?response_type=code&scope=openid%20profile%20email&state=s&nonce=n"
                + "&code_challenge_method=S256&code_challenge="
                + challenge()
                + "&client_id="
                + client
                + "&redirect_uri="
                + back;
    }

    private static String challenge() {
        try {
            byte[] hash =
                    java.security.MessageDigest.getInstance("SHA-256")
                            .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String parameter(String address, String name) {
        for (String pair : URI.create(address).getQuery().split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        throw new AssertionError("No " + name + " in " + address);
    }

    private static String value(Visitor visitor, String field) {
        return visitor.page()
                .getByRole(
                        AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(field).setExact(true))
                .inputValue();
    }

    private static APIResponse token(APIRequestContext machine, String id, String secret) {
        return machine.post(
                product.url("/oauth2/token"),
                RequestOptions.create()
                        .setForm(
                                FormData.create()
                                        .set("grant_type", "client_credentials")
                                        .set("client_id", id)
                                        .set("client_secret", secret)));
    }

    private static APIResponse exchange(
            APIRequestContext tool, String id, String secret, String code, String back) {
        return tool.post(
                product.url("/oauth2/token"),
                RequestOptions.create()
                        .setForm(
                                FormData.create()
                                        .set("grant_type", "authorization_code")
                                        .set("code", code)
                                        .set("redirect_uri", back)
                                        .set("code_verifier", VERIFIER)
                                        .set("client_id", id)
                                        .set("client_secret", secret)));
    }

    private static JsonNode json(APIResponse answer) {
        assertThat(answer.status()).isEqualTo(200);
        return JsonMapper.builder().build().readTree(answer.text());
    }
}
