package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Signing in through the local provider, in a real browser. */
class FederationIT extends InBrowser {

    @Test
    void theFirstSignInIsLinkedByThePasswordTheSecondIsDirectAndSignOutEndsBothSides() {
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            asks(visitor, "/sign-in").takesAPicture("provider");
            chooses(visitor, "claire.martin", "Aucun");
            visitor.sees("Relier votre identité").sees("Claire Martin").takesAPicture("link");
            // A mistyped password does not undo what was begun.
            proves(visitor, "faux");
            visitor.sees("L’adresse ou le mot de passe ne convient pas").sees("Claire Martin");
            proves(visitor, "cloisonne-demonstration");
            visitor.sees("Boulangerie du Lac");

            signsOut(visitor);
            assertThat(visitor.page().url()).startsWith(product.url("/sign-in"));
            visitor.page().navigate(product.provider("/"));
            visitor.sees("Vous n’êtes pas identifié ici");
            visitor.goesTo("/").sees("Se connecter");

            // Now the identity is known: no password, and the page that was asked for.
            asks(visitor, GARAGE);
            chooses(visitor, "claire.martin", "Aucun");
            visitor.sees("Garage Pelletier");
            assertThat(visitor.page().url()).contains("/c/cabinet-alpes/900000027");

            // Somebody else signs in at the provider alone: the product's person stays who she is.
            Page other = visitor.page().context().newPage();
            other.navigate(product.provider("/"));
            other.getByText("Claire Martin").waitFor();

            // Signing out there ends the session here, by protocol.
            other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Se déconnecter"))
                    .click();
            other.getByText("Vous n’êtes pas identifié ici").waitFor();
            visitor.goesTo(GARAGE).sees("Mot de passe");
        }
    }

    @Test
    void whoComesBackEmptyHandedOrWithABadAnswerReadsWhyAndStaysOutside() {
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            asks(visitor, "/sign-in").presses("Revenir sans s’identifier");
            visitor.sees("Vous avez refusé ou interrompu l’identification");
            refused(visitor, "Réponse sans identifiant", "n’est pas valable");
            refused(visitor, "Fournisseur en panne", "ne répond pas");
            refused(visitor, "Réponse trop lente", "ne répond pas");
            refused(visitor, "Réponse non signée", "n’est pas valable");
            visitor.takesAPicture("provider-refused");
            visitor.goesTo(GARAGE).sees("Mot de passe");
        }
    }

    @Test
    void anExpiredOrForeignAnswerIsRefused() {
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            String answer = "/login/oauth2/code/demonstration?code=x&state=foreign";
            visitor.goesTo(answer + "&iss=" + product.provider(""))
                    .sees("a expiré ou a été commencée dans un autre onglet");
            visitor.goesTo(answer).sees("Le jeton du fournisseur d’identité n’est pas valable");
            visitor.goesTo(answer + "&iss=https://autre.example")
                    .sees("Le jeton du fournisseur d’identité n’est pas valable");
            visitor.goesTo(GARAGE).sees("Mot de passe");
        }
    }

    @Test
    void anUnknownIdentityOpensNothingNotEvenWhatWasOpenBefore() {
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            visitor.signsIn(CLAIRE).sees("Boulangerie du Lac");
            visitor.page().navigate(product.url("/oauth2/authorization/demonstration"));
            chooses(visitor, "nee-ailleurs", "Aucun");
            visitor.sees("Relier votre identité");
            visitor.goesTo(GARAGE).sees("Mot de passe");
            assertThat(visitor.page().url()).startsWith(product.url("/sign-in"));
        }
    }

    @Test
    void theProviderAnnouncesTheProofThatItTakes() throws Exception {
        String issuer =
                product.context()
                        .getEnvironment()
                        .getRequiredProperty("cloisonne.federation.providers.demonstration.issuer");
        assertThat(new Caller(issuer).get("/.well-known/openid-configuration").body())
                .contains("\"token_endpoint_auth_methods_supported\":[\"client_secret_post\"]");
    }

    @Test
    void noPartOfTheProviderIsABeanOfTheProduct() {
        var context = product.context();
        assertThat(
                        Arrays.stream(context.getBeanDefinitionNames())
                                .map(context::getType)
                                .filter(type -> type != null)
                                .map(Class::getName))
                .noneMatch(name -> name.startsWith("fr.cloisonne.identity.provider."));
    }

    private static void refused(Visitor visitor, String incident, String reason) {
        asks(visitor, "/sign-in");
        chooses(visitor, "claire.martin", incident);
        visitor.sees(reason);
    }

    private static Visitor asks(Visitor visitor, String path) {
        visitor.goesTo(path);
        visitor.page().getByText("S’identifier avec Identité Démo").click();
        return visitor.sees("Qui êtes-vous aujourd’hui");
    }

    private static void chooses(Visitor visitor, String login, String incident) {
        visitor.page().locator("input[value='" + login + "']").check();
        visitor.page().selectOption("select", new SelectOption().setLabel(incident));
        visitor.presses("Continuer");
    }

    private static void proves(Visitor visitor, String password) {
        visitor.page().getByLabel("Adresse électronique").first().fill(CLAIRE);
        visitor.page().getByLabel("Mot de passe").first().fill(password);
        visitor.presses("Se connecter");
    }

    private static void signsOut(Visitor visitor) {
        visitor.page()
                .locator("vaadin-menu-bar-button")
                .filter(new Locator.FilterOptions().setHasText("Claire Martin"))
                .first()
                .click();
        visitor.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Se déconnecter"))
                .click();
        visitor.sees("Mot de passe");
    }
}
