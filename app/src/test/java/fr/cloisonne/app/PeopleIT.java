package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** How people come into a firm and ask for what they need. */
class PeopleIT extends InBrowser {

    private static final String CLAIRE = "claire.martin@cabinet-alpes.example";
    private static final String PASSWORD = "quatre gros hérissons gris";

    private static final String RESET = "Envoyer un lien de réinitialisation";

    @Test
    void anInvitationIsAcceptedByTheAccountOfItsAddress() {
        try (Visitor claire = Visitor.arrives(product, browser);
                Visitor paul = Visitor.arrives(product, browser)) {
            claire.signsIn(CLAIRE).sees("Boulangerie du Lac");
            claire.goesTo("/f/cabinet-alpes/people").sees("Amina Diallo").takesAPicture("people");
            claire.page().getByLabel("Agir sur Karim Benali").first().click();
            claire.page()
                    .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(RESET))
                    .click();
            claire.presses(RESET).sees("Un lien est en route vers Karim Benali");
            invites(claire, "paul.leroy@cabinet-littoral.example", "Paul", "Leroy");
            claire.takesAPicture("invitation").presses("Envoyer l’invitation");
            claire.sees("Invitation envoyée");
            paul.signsIn("paul.leroy@cabinet-littoral.example").sees("Une invitation vous attend");
            paul.goesTo("/invitations").sees("Claire Martin vous invite");
            paul.takesAPicture("invitations");
            paul.presses("Accepter l’invitation de Cabinet des Alpes");
            paul.sees("Garage Pelletier");
            claire.goesTo("/f/cabinet-alpes/people").sees("Acceptée");
        }
    }

    @Test
    void whoHasNoAccountOpensOneFromTheMailAndIsInWithTheRightThatWaited() {
        String mailbox = "ines.carpentier@sans-compte.example";
        try (Visitor claire = Visitor.arrives(product, browser);
                Visitor ines = Visitor.arrivesByTelephone(product, browser)) {
            claire.signsIn(CLAIRE).sees("Boulangerie du Lac");
            claire.goesTo("/f/cabinet-alpes/people").sees("Amina Diallo");
            invites(claire, mailbox, "Ines", "Carpentier");
            claire.presses("Envoyer l’invitation").sees("Invitation envoyée");
            opensTheMail(ines, mailbox);
            ines.page()
                    .getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Ouvrir mon compte et accepter"))
                    .first()
                    .click();
            ines.sees("Cabinet des Alpes vous invite");
            String link = ines.page().url();
            ines.page().getByLabel("Prénom").fill("Inès");
            ines.page().getByLabel("Nouveau mot de passe").fill(PASSWORD);
            ines.takesAPicture("activate-invited");
            ines.presses("Ouvrir mon compte et accepter").sees("Votre compte est ouvert");
            ines.page().navigate(link);
            ines.sees("Cette adresse a déjà un compte");
            ines.signsIn(mailbox, PASSWORD).sees("Garage Pelletier");
            assertThat(ines.page().getByText("Boulangerie du Lac").count()).isZero();
            claire.goesTo("/f/cabinet-alpes/people").sees("Inès Carpentier");
        }
    }

    @Test
    void requestsAreGrantedInMass() {
        try (Visitor claire = Visitor.arrives(product, browser);
                Visitor amina = Visitor.arrives(product, browser)) {
            amina.signsIn("amina.diallo@cabinet-alpes.example").sees("Demander un droit");
            amina.goesTo("/f/cabinet-alpes/requests");
            asks(amina, "900000019", "Remplacement de Sophie");
            asks(amina, "900000027", "Remplacement de Sophie aussi");
            amina.takesAPicture("requests");
            claire.signsIn(CLAIRE).sees("Boulangerie du Lac");
            claire.goesTo("/f/cabinet-alpes/approvals").sees("Remplacement de Sophie aussi");
            Locator all =
                    claire.page()
                            .getByRole(
                                    AriaRole.CHECKBOX,
                                    new Page.GetByRoleOptions().setName("Tout sélectionner"));
            all.first().check();
            claire.takesAPicture("approvals").presses("Accorder la sélection");
            claire.sees("2 demandes accordées.");
            amina.goesTo("/").sees("Boulangerie du Lac").sees("Garage Pelletier");
            assertThat(amina.page().getByText("Menuiserie Vasseur").count()).isZero();
        }
    }

    private static void invites(Visitor by, String mailbox, String given, String family) {
        by.presses("Inviter");
        by.page().getByLabel("Adresse électronique").fill(mailbox);
        by.page().getByLabel("Prénom").fill(given);
        by.page().getByLabel("Nom", new Page.GetByLabelOptions().setExact(true)).fill(family);
        by.chooses("Périmètre", "Garage Pelletier");
        by.page().keyboard().press("Escape");
        by.page().getByLabel("Lecture seule").check();
    }

    /** Waits in the demonstration's mailbox for the invitation, and opens it. */
    private static void opensTheMail(Visitor visitor, String mailbox) {
        Locator mail =
                visitor.page()
                        .getByRole(AriaRole.LISTITEM)
                        .filter(new Locator.FilterOptions().setHasText("à " + mailbox))
                        .getByRole(
                                AriaRole.LINK,
                                new Locator.GetByRoleOptions().setName("vous invite"))
                        .first();
        visitor.goesTo("/mailbox").sees("Boîte de la démonstration");
        visitor.page()
                .waitForCondition(() -> {
                    visitor.presses("Relever");
                    return mail.count() > 0;
                });
        mail.click();
        visitor.sees("N’y répondez pas");
    }

    private static void asks(Visitor visitor, String siren, String reason) {
        visitor.presses("Demander un droit");
        visitor.page().getByLabel("SIREN du client").fill(siren);
        visitor.page().getByLabel("Motif").fill(reason);
        visitor.presses("Envoyer la demande").sees("Demande envoyée.");
        visitor.page()
                .getByRole(AriaRole.DIALOG)
                .first()
                .waitFor(
                        new Locator.WaitForOptions()
                                .setState(
                                        com.microsoft.playwright.options.WaitForSelectorState
                                                .HIDDEN));
    }
}
