package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.recovery.FactorRecoveries;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Second factors in a real browser: a code, a recovery code, a passkey, and the proof asked anew.
 */
class SecondFactorIT extends InBrowser {

    private static final String JULIEN = "julien.petit@cabinet-alpes.example";
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
    void whoLacksWhatTheFirmAsksIsLedToItAndAttestedWhenItIsLost() {
        try (Visitor claire = Visitor.arrives(product, browser);
                Visitor julien = Visitor.arrives(product, browser);
                Visitor mailbox = Visitor.arrives(product, browser)) {
            claire.signsIn(CLAIRE).sees("Boulangerie du Lac");
            asks(claire, "À tous les collaborateurs").sees("n’a pas encore de deuxième protection");
            addsAnApplication(claire.goesTo("/account/security"));
            asks(claire, "À tous les collaborateurs").sees("C’est enregistré");
            claire.takesAPicture("firm-factor");

            julien.goesTo("/c/cabinet-alpes/900000035").sees("Mot de passe");
            julien.signsInHere(JULIEN).sees("Votre cabinet demande une deuxième protection");
            julien.takesAPicture("factor-needed").presses("Protéger mon compte");
            addsAnApplication(julien);
            julien.sees("Menuiserie Vasseur");

            claire.goesTo("/f/cabinet-alpes/second-factor")
                    .presses("Attester l’identité d’un collègue");
            colleague(claire, "Julien Petit");
            types(claire, "Comment vous en êtes-vous assuré", "Vu en personne");
            claire.takesAPicture("attestation").presses("Attester").sees("C’est attesté");
            // Only the latest link opens, and the mail makes one when it goes.
            for (int i = 0; i < 60 && !hasMail(mailbox); i++) {
                mailbox.page().waitForTimeout(500);
            }
            mailbox.goesTo("/recovery/" + linkTo(JULIEN)).sees("Confirmer votre boîte");
            mailbox.takesAPicture("recovery").presses("Cette boîte est la mienne");
            mailbox.sees("C’est noté");
            julien.goesTo("/account/security").sees("sans ses moyens actuels");
            julien.takesAPicture("recovery-running").presses("Arrêter").sees("C’est arrêté");
            asks(claire, "À personne").sees("C’est enregistré");
        }
    }

    private static Visitor asks(Visitor visitor, String rule) {
        visitor.goesTo("/f/cabinet-alpes/second-factor").page().getByLabel(rule).first().check();
        return visitor.presses("Enregistrer");
    }

    /** The dialog itself is also named after colleagues: the field alone is meant. */
    private static void colleague(Visitor visitor, String name) {
        var field = new Page.GetByRoleOptions().setName("Collègue");
        visitor.page().getByRole(AriaRole.COMBOBOX, field).fill(name);
        var option = new Page.GetByRoleOptions().setName(name);
        visitor.page().getByRole(AriaRole.OPTION, option).first().click();
    }

    private static void addsAnApplication(Visitor visitor) {
        visitor.presses("Ajouter une application").sees("photographiez cette image");
        visitor.page().getByText("Entrer la clé à la main").click();
        var telephone = Authenticator.told(visitor.page().locator(".mono").innerText());
        types(visitor, "Code à six chiffres", telephone.code(0)).presses("Activer");
        visitor.sees("Vos codes de secours").presses("Je les ai gardés");
    }

    private static boolean hasMail(Visitor visitor) {
        visitor.goesTo("/mailbox").sees("Boîte de la démonstration");
        return visitor.page().getByText("Prouvez que cette boîte est la vôtre").count() > 0;
    }

    /** What the mail to this person says. */
    private static String linkTo(String mailbox) {
        var recoveries = product.context().getBean(FactorRecoveries.class);
        var person = product.context().getBean(UserAccounts.class).byKey(mailbox).orElseThrow();
        return recoveries.mintLink(recoveries.of(person).orElseThrow().id());
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
