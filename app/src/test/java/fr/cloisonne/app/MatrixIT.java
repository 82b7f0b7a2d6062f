package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** A firm's rights as a table: given by the many, changed in place, and taken away as a file. */
class MatrixIT extends InBrowser {

    @Test
    void rightsAreGivenByTheManyAfterAPreview() {
        try (Visitor claire = Visitor.arrives(product, browser)) {
            claire.signsIn("claire.martin@cabinet-alpes.example").sees("Boulangerie du Lac");
            claire.goesTo("/f/cabinet-alpes/matrix").sees("Amina Diallo");
            claire.page().locator(".mark.here").first().waitFor();
            claire.takesAPicture("matrix");
            claire.presses("Habiliter en masse");
            claire.chooses("Personnes concernées", "Amina Diallo")
                    .chooses("Périmètre", "Hôtel des Cimes");
            claire.page().keyboard().press("Escape");
            claire.page()
                    .getByLabel("Lecture seule", new Page.GetByLabelOptions().setExact(true))
                    .check();
            claire.presses("Voir ce qui changera").sees("1 habilitation sera accordée.");
            claire.takesAPicture("mass-grant").presses("Accorder 1 habilitation");
            claire.sees("1 habilitation accordée.");
            claire.page().getByLabel("Client ou portefeuille").fill("hotel");
            claire.page()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Amina Diallo, Hôtel des Cimes"))
                    .click();
            claire.sees("Lecture seule, donné ici").takesAPicture("matrix-cell");
            assertThat(claire.page().getByText("Accorder ici").isVisible()).isTrue();
        }
    }

    @Test
    void anEmptyProfileIsRefusedAPortfolioMadeAndRemovedAndTheRightsTakenAway() throws Exception {
        try (Visitor claire = Visitor.arrives(product, browser)) {
            claire.signsIn(CLAIRE).sees("Boulangerie du Lac");
            claire.goesTo("/f/cabinet-alpes/profiles").presses("Nouveau profil");
            claire.page().getByLabel("Nom du profil").first().fill("Relances");
            claire.presses("Enregistrer").sees("Choisissez au moins un droit");
            claire.goesTo("/f/cabinet-alpes/portfolios").presses("Nouveau portefeuille");
            claire.page().getByLabel("Nom du portefeuille").first().fill("Montagne");
            claire.presses("Enregistrer").sees("Portefeuille enregistré");
            claire.presses("Supprimer Montagne");
            claire.page()
                    .getByText("Montagne")
                    .first()
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            claire.goesTo("/f/cabinet-alpes/matrix").presses("Exporter");
            var file =
                    claire.page()
                            .waitForDownload(() ->
                                    claire.page()
                                            .locator("vaadin-dialog a.plain-act")
                                            .first()
                                            .click());
            assertThat(Files.readString(file.path())).contains("Sophie Durand", "900000019");
        }
    }
}
