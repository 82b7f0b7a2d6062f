package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A firm's directory that brings a colleague and suspends another, in a real browser. */
class DirectoryIT extends InBrowser {

    @Test
    void aDirectoryBringsAColleagueWhoAgreesAndSuspendsAnotherAtOnce() {
        try (Visitor claire = Visitor.arrives(product, browser);
                Visitor paul = Visitor.arrives(product, browser);
                Visitor amina = Visitor.arrives(product, browser)) {
            String token = connects(claire);
            APIRequestContext directory = claire.page().context().request();

            APIResponse told = posts(directory, token, PAUL);
            assertThat(told.status()).isEqualTo(201);
            paul.signsIn(PAUL).sees("Chantier naval Kermarec");
            paul.page().getByRole(AriaRole.MENUITEM, named("Paul Leroy")).click();
            paul.page().getByRole(AriaRole.MENUITEM, named("Rejoindre un cabinet")).click();
            paul.sees("vous annonce parmi ses collaborateurs").takesAPicture("arrivals");
            paul.page().getByText("Accepter", new Page.GetByTextOptions().setExact(true)).click();
            paul.sees("Vous avez rejoint");
            claire.goesTo("/f/cabinet-alpes/people").sees("Paul Leroy");

            amina.signsIn(AMINA).sees("Demander un droit");
            suspends(directory, token, AMINA);
            amina.goesTo("/absence").sees("Se connecter");
            claire.goesTo("/f/cabinet-alpes/people").sees("Suspendu");
        }
    }

    private static String connects(Visitor claire) {
        claire.signsIn(CLAIRE).sees("Boulangerie du Lac");
        claire.goesTo("/f/cabinet-alpes/provisioning").sees("Aucun annuaire n’est connecté");
        claire.presses("Connecter un annuaire");
        claire.page().getByLabel("Nom de la connexion").first().fill("Entra ID");
        claire.page()
                .locator("vaadin-dialog")
                .getByText("Connecter un annuaire", new Locator.GetByTextOptions().setExact(true))
                .dblclick();
        claire.sees("il ne sera plus montré");
        String token =
                claire.page()
                        .getByRole(
                                AriaRole.TEXTBOX,
                                new Page.GetByRoleOptions().setName("Jeton").setExact(true))
                        .inputValue();
        claire.takesAPicture("directory-token").presses("Je l’ai copié").sees("Valable jusqu’au");
        assertThat(claire.page().content()).doesNotContain(token);
        // The second click has made no second one.
        assertThat(claire.page().getByText("Valable jusqu’au").count()).isEqualTo(1);
        claire.takesAPicture("directory");
        return token;
    }

    private static APIResponse posts(APIRequestContext directory, String token, String mailbox) {
        String person =
                """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
                 "userName": "%1$s", "externalId": "ext-%1$s",
                 "name": {"givenName": "Paul", "familyName": "Leroy"},
                 "emails": [{"value": "%1$s", "type": "work", "primary": true}], "active": true}
                """
                        .formatted(mailbox);
        return directory.post(product.url("/scim/v2/Users"), asked(token).setData(person));
    }

    private static void suspends(APIRequestContext directory, String token, String mailbox) {
        APIResponse found =
                directory.get(
                        product.url("/scim/v2/Users"),
                        asked(token).setQueryParam("filter", "userName eq \"" + mailbox + "\""));
        assertThat(found.status()).isEqualTo(200);
        JsonNode person =
                JsonMapper.builder().build().readTree(found.text()).get("Resources").get(0);
        String off =
                """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                 "Operations": [{"op": "replace", "path": "active", "value": false}]}
                """;
        APIResponse suspended =
                directory.patch(
                        product.url("/scim/v2/Users/" + person.get("id").asString()),
                        asked(token).setData(off));
        assertThat(suspended.status()).isEqualTo(200);
    }

    private static RequestOptions asked(String token) {
        return RequestOptions.create()
                .setHeader("Authorization", "Bearer " + token)
                .setHeader("Content-Type", "application/scim+json");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
