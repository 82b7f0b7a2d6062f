package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
}
