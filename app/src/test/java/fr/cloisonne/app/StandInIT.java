package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Acting in the place of a colleague, and seeing with a colleague's eyes. */
class StandInIT extends InBrowser {

    private static final String KARIM = "karim.benali@cabinet-alpes.example";

    @Test
    void whoStandsInIsToldForWhomAndWhoWasAwayReadsWhatWasDone() {
        try (Visitor claire = Visitor.arrives(product, browser);
                Visitor amina = Visitor.arrives(product, browser);
                Visitor karim = Visitor.arrives(product, browser)) {
            claire.signsIn(CLAIRE).sees("Boulangerie du Lac");
            claire.goesTo("/absence").sees("Vos absences").presses("Préparer une absence");
            claire.chooses("Remplaçant", "Amina Diallo").takesAPicture("absence-form");
            claire.presses("Confier mes dossiers").sees("Absence enregistrée");
            claire.takesAPicture("absence");

            amina.signsIn(AMINA).sees("Vous remplacez Claire Martin jusqu’au");
            amina.goesTo(BAKERY + "/deposit").sees("Vous agissez pour Claire Martin, jusqu’au");
            amina.takesAPicture("acting-for");
            upload(amina, "remplacement.xml", sample("J-2026-ABSENCE").ubl());
            amina.sees("Acceptée");
            // The journal needs administration, which the box did not lend.
            assertThat(amina.page().navigate(product.url("/f/cabinet-alpes/audit")).status())
                    .isEqualTo(404);

            claire.goesTo("/absence").sees("Ce qui a été fait");
            claire.page().getByText("Ce qui a été fait").first().click();
            claire.sees("Amina Diallo pour le compte de Claire Martin")
                    .takesAPicture("absence-report");

            // Whoever has the right themselves reads there too for whom they stand in.
            claire.goesTo("/absence")
                    .presses("Préparer une absence")
                    .chooses("Remplaçant", "Karim Benali");
            claire.presses("Confier mes dossiers").sees("Absence enregistrée");
            karim.signsIn(KARIM).sees("Boulangerie du Lac");
            karim.goesTo(BAKERY + "/deposit").sees("Vous remplacez Claire Martin jusqu’au");
        }
    }

    @Test
    void anAdministratorSeesWithAColleaguesEyesAndCanDoNothingMeanwhile() {
        try (Visitor claire = Visitor.arrives(product, browser)) {
            claire.signsIn(CLAIRE).sees("Librairie Les Mots Bleus");
            claire.goesTo("/f/cabinet-alpes/seeing").chooses("Collègue", "Sophie Durand");
            claire.takesAPicture("seeing").presses("Voir avec ses yeux");
            claire.sees("Vous voyez comme Sophie Durand").sees("Boulangerie du Lac");
            claire.takesAPicture("seeing-as");
            assertThat(claire.page().getByText("Librairie Les Mots Bleus").count()).isZero();
            assertThat(claire.page().getByText("Journal d’audit").count()).isZero();
            assertThat(claire.page().navigate(product.url("/f/cabinet-alpes/audit")).status())
                    .isEqualTo(404);
            claire.goesTo(BAKERY + "/deposit").sees("Vous voyez comme Sophie Durand");
            upload(claire, "rien.xml", sample("J-2026-SEEING").ubl());
            claire.sees("Vous voyez comme un collègue");
            claire.presses("Quitter cette vue").sees("Librairie Les Mots Bleus");
            claire.goesTo(BAKERY + "/invoices").sees("FA-2026-001");
            assertThat(claire.page().getByText("J-2026-SEEING").count()).isZero();
        }
    }

    @Test
    void accessIsReviewedAndHabilitationsGoFromHandToHand() {
        try (Visitor claire = Visitor.arrives(product, browser)) {
            claire.signsIn(CLAIRE).sees("Boulangerie du Lac");
            claire.goesTo("/f/cabinet-alpes/review").sees("Karim Benali").takesAPicture("review");
            claire.presses("Signer la revue").sees("Revue signée");
            claire.goesTo("/f/cabinet-alpes/handovers").sees("Aucune passation");
            claire.takesAPicture("handovers").presses("Préparer un départ");
            claire.chooses("Qui part", "Julien Petit").chooses("À", "Sophie Durand");
            claire.sees("Julien Petit quitte le cabinet").takesAPicture("departure");
            claire.presses("Transmettre et faire partir").sees("Départ de Julien Petit");
            claire.sees("Empreinte de la ligne").takesAPicture("departure-certificate");
        }
    }
}
