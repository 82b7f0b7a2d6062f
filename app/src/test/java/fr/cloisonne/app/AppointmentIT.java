package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Two operators appoint an administrator, and somebody of the firm objects. */
class AppointmentIT extends InBrowser {

    private static final String KARIM = "karim.benali@cabinet-alpes.example";

    @Test
    void oneOperatorProposesAnotherConfirmsAndTheFirmObjects() {
        try (Visitor paul = Visitor.arrives(product, browser);
                Visitor karim = Visitor.arrivesByTelephone(product, browser);
                Visitor claire = Visitor.arrives(product, browser)) {
            OperatorJourney.becomes(product, paul, PAUL);
            OperatorJourney.becomes(product, karim, KARIM);
            paul.goesTo("/operator/appointments").sees("Aucune désignation");
            paul.presses("Proposer un administrateur");
            types(paul, "Cabinet, par son nom court ou son SIREN", "cabinet-alpes");
            types(paul, "Adresse électronique de la personne", AMINA);
            types(paul, "Ce qui est arrivé", "Décès de la dirigeante le 3 novembre");
            paul.presses("Proposer").sees("Joignez la preuve");
            upload(paul, "acte-de-deces.pdf", "%PDF-1.7 acte de décès");
            paul.sees("acte-de-deces.pdf").takesAPicture("appointment-dialog");
            paul.presses("Proposer").sees("attend un second opérateur");
            paul.takesAPicture("appointment-proposed");

            karim.goesTo("/operator/appointments").sees("attend un second opérateur");
            assertThat(narrow(karim)).isEqualTo(390);
            karim.takesAPicture("narrow-appointments");
            karim.presses("Confirmer Amina Diallo chez Cabinet des Alpes");
            karim.sees("Vous avez examiné la preuve").presses("Confirmer").sees("prend effet le");

            claire.signsIn(CLAIRE).sees("désignent Amina Diallo administrateur");
            claire.takesAPicture("appointment-banner").presses("S’opposer");
            types(claire, "Pourquoi vous vous y opposez", "Je suis là");
            claire.page()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("S’opposer").setExact(true))
                    .last()
                    .click();
            claire.sees("la désignation est arrêtée");
            claire.goesTo("/f/cabinet-alpes/audit")
                    .sees("Claire Martin a fait opposition à la désignation de Amina Diallo");
            paul.goesTo("/operator/appointments").sees("Opposition du cabinet");
            paul.page().waitForDownload(() -> paul.presses("Voir la preuve acte-de-deces.pdf"));
            paul.goesTo("/operator/audit").sees("Cabinet des Alpes").sees("a reçu un export");
            paul.takesAPicture("operator-audit").presses("Vérifier l’intégrité").sees("est intact");
            paul.goesTo("/account/activity").sees("a ajouté une protection");
            paul.takesAPicture("activity");
        }
    }

    private static void types(Visitor visitor, String field, String text) {
        visitor.page()
                .getByLabel(field, new Page.GetByLabelOptions().setExact(true))
                .locator("visible=true")
                .first()
                .fill(text);
    }

    private static Object narrow(Visitor visitor) {
        return visitor.page().evaluate("document.documentElement.scrollWidth");
    }
}
