package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** How people come into a firm and ask for what they need. */
class PeopleIT extends InBrowser {

    private static final String CLAIRE = "claire.martin@cabinet-alpes.example";

    @Test
    void anInvitationIsAcceptedByTheAccountOfItsAddress() {
        try (Visitor claire = Visitor.arrives(product, browser);
                Visitor paul = Visitor.arrives(product, browser)) {
            claire.signsIn(CLAIRE).sees("Boulangerie du Lac");
            claire.goesTo("/f/cabinet-alpes/people").sees("Amina Diallo").takesAPicture("people");
            claire.presses("Inviter");
            claire.page()
                    .getByLabel("Adresse électronique")
                    .fill("paul.leroy@cabinet-littoral.example");
            claire.page().getByLabel("Prénom").fill("Paul");
            claire.page()
                    .getByLabel("Nom", new Page.GetByLabelOptions().setExact(true))
                    .fill("Leroy");
            claire.chooses("Périmètre", "Garage Pelletier");
            claire.page().keyboard().press("Escape");
            claire.page().getByLabel("Lecture seule").check();
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
