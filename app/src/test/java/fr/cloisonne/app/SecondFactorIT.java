package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Second factors in a real browser: a code, a recovery code, a passkey, and the proof asked anew.
 */
class SecondFactorIT extends InBrowser {

    private static final String KARIM = "karim.benali@cabinet-alpes.example";
    private static final String PASSKEY = "Utiliser une clé d’accès";

    @Test
    void aCodeIsAskedAtTheNextSignInAndTheDeepLinkSurvives() {
        Authenticator telephone;
        String recovery;
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            visitor.signsIn(KARIM).sees("Boulangerie du Lac");
            visitor.goesTo("/account/security").sees("Clés d’accès").takesAPicture("account");
            visitor.presses("Ajouter une application").sees("photographiez cette image");
            visitor.page().getByText("Entrer la clé à la main").click();
            telephone = Authenticator.told(visitor.page().locator(".mono").innerText());
            visitor.takesAPicture("authenticator");
            types(visitor, "Code à six chiffres", "12345").presses("Activer");
            visitor.sees("Ce code ne convient pas");
            types(visitor, "Code à six chiffres", telephone.code(0)).presses("Activer");
            visitor.sees("Vos codes de secours").takesAPicture("recovery-codes");
            List<String> codes = visitor.page().locator(".codes li").allInnerTexts();
            assertThat(codes).hasSize(10);
            recovery = codes.getFirst();
            visitor.presses("Je les ai gardés").sees("Il vous reste 10 codes de secours");
        }
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            visitor.goesTo(GARAGE).sees("Mot de passe");
            password(visitor, KARIM).sees("Deuxième vérification").takesAPicture("second-factor");
            // The password alone has opened nothing.
            visitor.opensATab().goesTo(GARAGE).sees("Mot de passe");
            code(visitor, "000000").sees("Ce code ne convient pas ou a déjà servi");
            code(visitor, telephone.code(0)).sees("Ce code ne convient pas ou a déjà servi");
            code(visitor, telephone.code(1)).sees("Garage Pelletier");
            assertThat(visitor.page().url()).startsWith(product.url(GARAGE));
        }
        try (Visitor visitor = Visitor.arrivesByTelephone(product, browser)) {
            visitor.goesTo("/sign-in");
            password(visitor, KARIM).sees("Deuxième vérification");
            visitor.takesAPicture("narrow-second-factor");
            code(visitor, recovery).sees("Boulangerie du Lac");
            visitor.goesTo("/account/security").sees("Il vous reste 9 codes de secours");
            visitor.takesAPicture("narrow-account");
            assertThat(visitor.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(390);
        }
    }

    @Test
    void aPasskeyIsTheWholeOfASignInOrItsSecondHalf() {
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            hasAnAuthenticator(visitor);
            visitor.signsIn(AMINA);
            visitor.page().waitForURL(product.url("/"));
            visitor.goesTo("/account/security").presses("Ajouter une clé d’accès");
            types(visitor, "Nom de la clé", "Ordinateur d’Amina");
            visitor.takesAPicture("new-passkey").presses("Créer la clé");
            visitor.sees("Vos codes de secours").presses("Je les ai gardés");
            visitor.sees("Ordinateur d’Amina").takesAPicture("passkeys");

            leaves(visitor).goesTo("/account/security").sees("Mot de passe").presses(PASSKEY);
            visitor.sees("Ordinateur d’Amina");

            leaves(visitor).goesTo("/account/security").sees("Mot de passe");
            password(visitor, AMINA).sees("Deuxième vérification").presses(PASSKEY);
            visitor.sees("Ordinateur d’Amina");

            visitor.presses("Retirer la clé Ordinateur d’Amina").sees("Elle n’ouvrira plus");
            visitor.presses("Retirer").sees("C’est retiré");
            leaves(visitor).goesTo("/account/security").sees("Mot de passe").presses(PASSKEY);
            visitor.sees("n’ouvre pas ce compte");
            visitor.goesTo("/account/security").sees("Mot de passe");
            password(visitor, AMINA).sees("Ajouter une clé d’accès");
        }
    }

    @Test
    void withoutAnyPasskeyThePageSaysSo() {
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            hasAnAuthenticator(visitor);
            visitor.goesTo("/sign-in").presses(PASSKEY).sees("Aucune clé d’accès n’a répondu");
        }
    }

    private static Visitor leaves(Visitor visitor) {
        visitor.page().context().clearCookies();
        return visitor;
    }

    private static Visitor password(Visitor visitor, String mailbox) {
        visitor.page().getByLabel("Adresse électronique").first().fill(mailbox);
        visitor.page().getByLabel("Mot de passe").first().fill("cloisonne-demonstration");
        return visitor.presses("Se connecter");
    }

    private static Visitor code(Visitor visitor, String code) {
        visitor.page().getByLabel("Code").first().fill(code);
        return visitor.presses("Continuer");
    }

    private static Visitor types(Visitor visitor, String field, String text) {
        visitor.page().getByLabel(field).first().fill(text);
        return visitor;
    }

    /** A platform authenticator that recognises whoever sits there. */
    private static void hasAnAuthenticator(Visitor visitor) {
        CDPSession chromium = visitor.page().context().newCDPSession(visitor.page());
        chromium.send("WebAuthn.enable");
        JsonObject kind = new JsonObject();
        kind.addProperty("protocol", "ctap2");
        kind.addProperty("transport", "internal");
        kind.addProperty("hasResidentKey", true);
        kind.addProperty("hasUserVerification", true);
        kind.addProperty("isUserVerified", true);
        kind.addProperty("automaticPresenceSimulation", true);
        JsonObject options = new JsonObject();
        options.add("options", kind);
        chromium.send("WebAuthn.addVirtualAuthenticator", options);
    }
}
