package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** From a stranger to an administrator, and back in after a forgotten password. */
class RegistrationIT extends InBrowser {

    private static final String FIRST = "quatre gros hérissons gris";
    private static final String SECOND = "trois petits renards roux";

    @Test
    void aStrangerRegistersActivatesSignsInOpensTheirFirmAndFindsTheirWayBackIn() {
        String mailbox = "zoe.lefevre@morvan.example";
        try (Visitor zoe = Visitor.arrives(product, browser)) {
            zoe.goesTo("/").sees("La facturation électronique").takesAPicture("home");
            follows(zoe, "S’inscrire").sees("SIREN ou SIRET de votre structure");
            zoe.presses("Recevoir le lien d’activation").sees("Acceptez les conditions");
            zoe.takesAPicture("register-empty");
            register(zoe, mailbox, "900 005 067");
            zoe.sees("cette structure est fermée");
            fills(zoe, "SIREN ou SIRET", "900 005 034 00013");
            zoe.presses("Recevoir le lien d’activation").sees("Regardez votre boîte");
            zoe.takesAPicture("register-sent");

            zoe.signsIn(mailbox, FIRST).sees("L’adresse ou le mot de passe ne convient pas");
            // Who signs in before activating is sent another link, and only the last one opens.
            opensTheLast(zoe, 2, "Activez votre compte Cloisonné", mailbox).takesAPicture("mail");
            follows(zoe, "Activer mon compte").sees("Choisissez votre mot de passe");
            fills(zoe, "Nouveau mot de passe", "lefevre");
            zoe.presses("Ouvrir mon compte").sees("voyez ce qui lui manque");
            zoe.takesAPicture("activate");
            fills(zoe, "Nouveau mot de passe", FIRST);
            zoe.presses("Ouvrir mon compte").sees("Votre compte est ouvert");

            zoe.signsIn(mailbox, FIRST).sees("Ouvrez votre cabinet").takesAPicture("firm-name");
            zoe.presses("Ouvrir mon cabinet").sees("Ajoutez votre premier client");
            zoe.presses("Ajouter un client").sees("SIREN ou SIRET").sees("Cabinet Morvan");
            zoe.goesTo("/account").sees("Adresse de connexion").takesAPicture("account");
        }
        try (Visitor zoe = Visitor.arrives(product, browser)) {
            zoe.goesTo("/sign-in");
            follows(zoe, "Mot de passe oublié, lien perdu ?").sees("Retrouver l’accès");
            fills(zoe, "Adresse électronique", mailbox);
            zoe.presses("Recevoir un message").sees("Regardez votre boîte");
            opensTheMail(zoe, "Choisissez un nouveau mot de passe", mailbox);
            follows(zoe, "Choisir un nouveau mot de passe").sees("Toutes vos sessions");
            fills(zoe, "Nouveau mot de passe", SECOND);
            zoe.presses("Changer le mot de passe").sees("Mot de passe changé");
            zoe.page().goBack();
            zoe.signsIn(mailbox, FIRST).sees("L’adresse ou le mot de passe ne convient pas");
            zoe.signsIn(mailbox, SECOND).sees("Ajoutez votre premier client");
        }
    }

    @Test
    void whoRegistersWithTheSirenOfAFirmAsksToBelongToIt() {
        String mailbox = "leo.garnier@cabinet-alpes.example";
        try (Visitor leo = Visitor.arrivesByTelephone(product, browser);
                Visitor desk = Visitor.arrives(product, browser);
                Visitor claire = Visitor.arrives(product, browser)) {
            desk.goesTo("/account/sessions").sees("Mot de passe");
            desk.goesTo("/register").sees("SIREN ou SIRET de votre structure");
            register(desk, mailbox, "900005018");
            desk.sees("Regardez votre boîte");
            opensTheMail(leo, "Activez votre compte Cloisonné", mailbox);
            follows(leo, "Activer mon compte").sees("Choisissez votre mot de passe");
            fills(leo, "Nouveau mot de passe", FIRST);
            leo.presses("Ouvrir mon compte").sees("Votre compte est ouvert");
            // To the page that was asked for at the desk, though this is the telephone.
            follows(leo, "Se connecter").signsInHere(mailbox, FIRST).sees("Mes sessions");
            leo.page().waitForURL(product.url("/account/sessions"));
            leo.goesTo("/").sees("Votre demande est transmise");

            claire.signsIn(CLAIRE).sees("Boulangerie du Lac");
            claire.goesTo("/f/cabinet-alpes/attachments").sees("leo.garnier@cabinet-alpes.example");
            claire.takesAPicture("attachments").presses("Accepter la demande de Léo Garnier");
            claire.page()
                    .getByRole(AriaRole.DIALOG)
                    .getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("Accepter").setExact(true))
                    .click();
            claire.sees("Aucune demande en attente");
            opensTheMail(leo, "votre demande est acceptée", mailbox);
        }
    }

    @Test
    void operatorsPagesLeadNowhereForOthers() {
        try (Visitor claire = Visitor.arrives(product, browser)) {
            claire.signsIn(CLAIRE).sees("Boulangerie du Lac");
            assertThat(claire.page().navigate(product.url("/operator")).status()).isEqualTo(404);
            claire.sees("Cette page n’existe pas");
            claire.goesTo("/activate?t=nothing").sees("Ce lien n’est pas complet");
        }
    }

    private static void register(Visitor visitor, String mailbox, String siren) {
        fills(visitor, "Adresse électronique professionnelle", mailbox);
        fills(visitor, "Prénom", mailbox.startsWith("leo") ? "Léo" : "Zoé");
        fills(visitor, "Nom", mailbox.startsWith("leo") ? "Garnier" : "Lefèvre");
        fills(visitor, "SIREN ou SIRET", siren);
        visitor.page().getByLabel("J’accepte les conditions d’utilisation").check();
        visitor.presses("Recevoir le lien d’activation");
    }

    private static void fills(Visitor visitor, String field, String text) {
        Locator input =
                visitor.page()
                        .locator("input")
                        .and(
                                visitor.page()
                                        .getByLabel(
                                                field,
                                                new Page.GetByLabelOptions()
                                                        .setExact(field.equals("Nom"))))
                        .first();
        input.fill(text);
        input.press("Tab");
    }

    private static Visitor follows(Visitor visitor, String link) {
        visitor.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
        return visitor;
    }

    /** Waits in the demonstration's mailbox for the latest mail of a subject, and opens it. */
    private static Visitor opensTheMail(Visitor visitor, String subject, String mailbox) {
        return opensTheLast(visitor, 1, subject, mailbox);
    }

    /** Once so many have arrived. */
    private static Visitor opensTheLast(
            Visitor visitor, int arrived, String subject, String mailbox) {
        Locator mails =
                visitor.page()
                        .getByRole(AriaRole.LISTITEM)
                        .filter(new Locator.FilterOptions().setHasText("à " + mailbox))
                        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(subject));
        visitor.goesTo("/mailbox").sees("Boîte de la démonstration");
        visitor.page()
                .waitForCondition(() -> {
                    visitor.presses("Relever");
                    return mails.count() >= arrived;
                });
        mails.first().click();
        return visitor.sees("N’y répondez pas");
    }
}
