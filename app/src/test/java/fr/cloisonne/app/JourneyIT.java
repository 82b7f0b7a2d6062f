package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.signin.SessionEnd;
import fr.cloisonne.identity.signin.SessionEnding;
import fr.cloisonne.invoicing.sample.SampleFacturX;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job in a real browser, on the product as it is started. */
class JourneyIT extends InBrowser {

    @Test
    void theProductSaysThatItIsWellToWhoeverAsks() {
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            for (String probe : new String[] {"", "/liveness", "/readiness"}) {
                var answer = visitor.page().request().get(product.url("/actuator/health" + probe));
                assertThat(answer.status()).as(probe).isEqualTo(200);
                assertThat(answer.text()).contains("UP").doesNotContain("postgres");
            }
        }
    }

    @Test
    void theAuditTrailIsVerifiedBesideTheRunningProduct() throws IOException {
        var out = new ByteArrayOutputStream();
        String[] data = {"--cloisonne.data=" + product.folder()};
        int status = AuditCommand.verify(data, new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("rows: intact");
        assertThat(status).isZero();
    }

    @Test
    void theJournalIsNarrowedVerifiedAndTakenAway() throws IOException {
        try (Visitor claire = Visitor.arrives(product, browser)) {
            claire.signsIn(CLAIRE).sees("Boulangerie du Lac");
            claire.goesTo("/f/cabinet-alpes/audit").sees("a ouvert la page");
            claire.takesAPicture("audit").presses("Vérifier l’intégrité").sees("est intact");
            claire.chooses("Client", "Boulangerie du Lac");
            claire.page()
                    .getByText("a ouvert la page")
                    .first()
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            claire.sees("a déposé une facture");
            var file = claire.page().waitForDownload(() -> claire.presses("Exporter"));
            String table = Files.readString(file.path());
            assertThat(table).startsWith("\uFEFFDate;Client;SIREN").contains("900000019");
            assertThat(table).doesNotContain("900000027");
            claire.goesTo("/f/cabinet-alpes/audit?q=export").sees("a reçu un export");
            assertThat(claire.page().getByText("a ouvert la page").count()).isZero();
            claire.page().getByLabel("Rechercher").fill("ouvert page");
            claire.sees("a ouvert la page");
            assertThat(claire.page().url()).contains("q=ouvert");
            claire.page().goBack();
            claire.sees("a reçu un export");
        }
    }

    @Test
    void aWrongPasswordIsToldAndARightOneOpensThePortfolio() {
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            visitor.goesTo("/sign-in").sees("Démonstration").takesAPicture("sign-in");
            visitor.signsIn(CLAIRE, "pas le bon mot de passe")
                    .sees("L’adresse ou le mot de passe ne convient pas");
            visitor.signsIn(CLAIRE).sees("Boulangerie du Lac").takesAPicture("portfolio");
        }
    }

    @Test
    void aGoodFileBecomesAnInvoiceAndABadOneAReport() {
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            visitor.signsIn(CLAIRE).sees("Boulangerie du Lac");
            visitor.goesTo(BAKERY).sees("Boulangerie du Lac").takesAPicture("company");
            visitor.goesTo(BAKERY + "/deposit").sees("Factures électroniques");
            upload(visitor, "bonne.xml", sample("J-2026-001").ubl());
            visitor.sees("Acceptée").sees("J-2026-001").takesAPicture("deposit-accepted");
            upload(visitor, "mauvaise.xml", sample("J-2026-002").ubl().replace("#PMD#", ""));
            visitor.sees("Refusée").sees("BR-FR-05").takesAPicture("deposit-refused");
            visitor.goesTo(BAKERY + "/invoices").sees("J-2026-001").takesAPicture("invoices");
            assertThat(visitor.page().content()).doesNotContain("J-2026-002");
        }
    }

    @Test
    void whatIsNoInvoiceGetsItsReasonOnThePage() {
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            visitor.signsIn(CLAIRE).sees("Boulangerie du Lac");
            visitor.goesTo(BAKERY + "/deposit").sees("Factures électroniques");
            upload(visitor, "bonjour.xml", "bonjour");
            visitor.sees("CLO-FILE-UNKNOWN");
            upload(visitor, "vide.xml", "");
            visitor.sees("CLO-FILE-EMPTY");
            upload(
                    visitor,
                    "entité.xml",
                    "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>");
            visitor.sees("CLO-FILE-HOSTILE");
            upload(visitor, "sans-xml.pdf", "%PDF-1.7 rien");
            visitor.sees("CLO-PDF-DAMAGED");
            byte[] facturX = SampleFacturX.of(sample("J-2026-003"));
            upload(visitor, "facture.pdf", facturX);
            visitor.sees("J-2026-003");
            upload(visitor, "encore.pdf", facturX);
            visitor.sees("CLO-UNIQUE").takesAPicture("deposit-bad-input");
            assertThat(visitor.page().getByRole(AriaRole.MAIN).innerText())
                    .doesNotContain("root:", "Exception");
        }
    }

    @Test
    void aGiantFileIsToldByThePageAndStoppedByTheServer(@TempDir Path folder) throws IOException {
        Path giant = folder.resolve("géante.xml");
        try (var file = new RandomAccessFile(giant.toFile(), "rw")) {
            file.setLength(200L * 1024 * 1024);
        }
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            visitor.signsIn(CLAIRE).sees("Boulangerie du Lac");
            visitor.goesTo(BAKERY + "/deposit").sees("Factures électroniques");
            visitor.page().locator("input[type=file]").setInputFiles(giant);
            visitor.sees("Ce fichier dépasse 30 Mo");
            // Past the page's own limit, straight to its address.
            String address =
                    String.valueOf(
                            visitor.page()
                                    .locator("vaadin-upload")
                                    .evaluate("upload => upload.target"));
            String taken =
                    """
                    async target => {
                      const answer = await fetch(target, {method: 'POST', body: new Uint8Array(40 * 1024 * 1024),
                        headers: {'X-Filename': 'a.xml', 'Content-Type': 'application/xml'}}).catch(() => null);
                      return answer ? answer.status : 0;
                    }
                    """;
            Object status = visitor.page().evaluate(taken, address);
            assertThat(status).isIn(413, 0);
            assertThat(visitor.page().content()).doesNotContain("a.xml");
        }
    }

    @Test
    void aClientIsAddedAndAWrongSiretIsToldAtItsField() {
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            visitor.signsIn(CLAIRE).sees("Boulangerie du Lac").presses("Ajouter un client");
            visitor.sees("SIREN ou SIRET").presses("Ajouter").sees("Un SIREN a 9 chiffres");
            types(visitor, "SIREN ou SIRET", "900 000 019 00018");
            visitor.presses("Ajouter").sees("sa clé de contrôle est fausse");
            visitor.takesAPicture("add-company-wrong");
            types(visitor, "SIREN ou SIRET", "900 000 019");
            visitor.sees("Boulangerie du Lac (SIREN 900 000 019) est déjà dans le portefeuille");
            types(visitor, "Dénomination", "oedipe");
            visitor.sees("4 avenue de la Gare, 74000 Annecy").takesAPicture("add-company-proposal");
            visitor.page()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Tonnellerie Œdipe & Frères"))
                    .click();
            PlaywrightAssertions.assertThat(visitor.page().getByLabel("Commune"))
                    .hasValue("Annecy");
            visitor.presses("Ajouter");
            visitor.page().waitForURL(product.url("/c/cabinet-alpes/912345675"));
            visitor.sees("Tonnellerie Œdipe & Frères").takesAPicture("company-added");
        }
    }

    @Test
    void aListOfClientsIsImportedWithoutItsWrongLine() {
        String list =
                """
                SIREN ou SIRET;Dénomination;Adresse;Code postal;Commune
                90000800400013;Biscuiterie Clairval;2 impasse du Four;73000;Chambéry
                900008012;Pisciculture des Mille Étangs;30 rue de l’Étang;1330;Villars-les-Dombes
                900008021;Chimie Rhodanienne;100 avenue des Frères-Montgolfier;69190;Saint-Fons
                900000019;Boulangerie du Lac;12 quai des Bateliers;73100;Aix-les-Bains
                900008046;Apiculture Haute-Durance;7 montée du Château;04200;Sisteron
                """;
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            visitor.signsIn(CLAIRE).sees("Boulangerie du Lac").presses("Ajouter un client");
            visitor.page().getByText("Importer une liste").click();
            visitor.sees("Le modèle").takesAPicture("imports");
            visitor.page()
                    .locator("vaadin-upload input[type=file]")
                    .setInputFiles(
                            new FilePayload(
                                    "clients.csv",
                                    "text/csv",
                                    list.getBytes(Charset.forName("windows-1252"))));
            visitor.sees("5 lignes lues, à vérifier").sees("sa clé de contrôle est fausse");
            visitor.sees("Déjà là").sees("la correction proposée est 01330");
            visitor.takesAPicture("import-preview").presses("Ajouter 2 clients");
            visitor.sees("Import terminé : 2 clients ajoutés sur 5 lignes");
            visitor.takesAPicture("import-done").goesTo("/c/cabinet-alpes/900008004");
            visitor.sees("Biscuiterie Clairval");
        }
    }

    private static void types(Visitor visitor, String field, String text) {
        var input = visitor.page().getByLabel(field).first();
        input.fill(text);
        input.press("Tab");
    }

    @Test
    void aTabOfOnePersonDoesNothingOnceAnotherHasSignedInBesideIt() {
        try (Visitor claire = Visitor.arrives(product, browser);
                Visitor witness = Visitor.arrives(product, browser)) {
            claire.signsIn(CLAIRE).sees("Boulangerie du Lac");
            claire.goesTo(BAKERY + "/deposit").sees("Factures électroniques");
            claire.opensATab().signsIn(PAUL).sees("Chantier naval Kermarec");
            upload(claire, "d’un autre.xml", sample("J-2026-OLD").ubl());
            // The old tab is Paul's now, to whom the bakery is unknown.
            claire.sees("Cette page n’existe pas");
            witness.signsIn(CLAIRE).sees("Boulangerie du Lac");
            witness.goesTo(BAKERY + "/invoices").sees("Numéro ou tiers").sees("FA-2026-001");
            assertThat(witness.page().getByText("J-2026-OLD").count()).isZero();
        }
    }

    @Test
    void aSessionThatWasEndedElsewhereDoesNothingMoreAndThePageSaysWhy() {
        try (Visitor claire = Visitor.arrives(product, browser);
                Visitor witness = Visitor.arrives(product, browser)) {
            claire.signsIn(CLAIRE).sees("Boulangerie du Lac");
            claire.goesTo(BAKERY + "/deposit").sees("Factures électroniques");
            endsAllSessionsOf(CLAIRE);
            upload(claire, "trop tard.xml", sample("J-2026-LATE").ubl());
            claire.sees("Cette session a été fermée depuis une autre page");
            // Whoever signs in again is where they were.
            claire.signsInHere(CLAIRE).sees("Factures électroniques");
            assertThat(claire.page().url()).contains(BAKERY + "/deposit");
            witness.signsIn(CLAIRE).sees("Boulangerie du Lac");
            witness.goesTo(BAKERY + "/invoices").sees("Numéro ou tiers").sees("FA-2026-001");
            assertThat(witness.page().getByText("J-2026-LATE").count()).isZero();
        }
    }

    @Test
    void whatWasTypedIsThereAgainAfterTheSessionEnded() {
        try (Visitor claire = Visitor.arrives(product, browser)) {
            claire.signsIn(CLAIRE).sees("Boulangerie du Lac");
            claire.goesTo("/f/cabinet-alpes/companies/new").sees("Dénomination");
            Locator name = claire.page().getByLabel("Dénomination");
            claire.page()
                    .waitForResponse(
                            answer -> answer.url().contains("v-r=uidl"),
                            () -> name.fill("Scierie du Haut-Doubs"));
            endsAllSessionsOf(CLAIRE);
            claire.presses("Ajouter").sees("Cette session a été fermée depuis une autre page");
            claire.signsInHere(CLAIRE).sees("a été reprise");
            assertThat(name.inputValue()).isEqualTo("Scierie du Haut-Doubs");
            claire.presses("Recommencer");
            claire.page().waitForCondition(() -> name.inputValue().isEmpty());
            claire.goesTo("/f/cabinet-alpes/companies/new").sees("Dénomination");
            assertThat(claire.page().getByText("a été reprise").count()).isZero();
        }
    }

    @Test
    void aPersonSeesWhereTheyAreSignedInAndClosesTheOthers() {
        try (Visitor here = Visitor.arrives(product, browser);
                Visitor there = Visitor.arrivesByTelephone(product, browser)) {
            there.signsIn(PAUL).sees("Chantier naval Kermarec");
            here.signsIn(PAUL).sees("Chantier naval Kermarec");
            here.goesTo("/account/sessions").sees("Cette session").sees("Mot de passe · depuis");
            here.takesAPicture("sessions").presses("Fermer toutes les autres").sees("fermée");
            there.goesTo("/account/sessions").sees("fermée depuis une autre page");
            here.goesTo("/account/sessions").sees("Cette session");
            assertThat(here.page().getByText("Mot de passe · depuis").count()).isEqualTo(1);
        }
    }

    private static void endsAllSessionsOf(String mailbox) {
        var accounts = product.context().getBean(UserAccounts.class);
        var person = accounts.byKey(new EmailAddress(mailbox).key()).orElseThrow();
        product.context().getBean(SessionEnding.class).endAll(person, SessionEnd.REVOKED);
    }

    @Test
    void twoTabsStayWithTheirClientsAndTheBackButtonComesBack() {
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            visitor.signsIn(CLAIRE).sees("Boulangerie du Lac");
            visitor.goesTo(BAKERY + "/invoices").sees("FA-2026-001");
            Visitor second = visitor.opensATab();
            second.goesTo(GARAGE).sees("Garage Pelletier");
            second.goesTo(GARAGE + "/deposit").sees("Factures électroniques");
            upload(second, "d’une autre.xml", sample("J-2026-TAB").ubl());
            second.sees("CLO-SELLER");
            visitor.goesTo(BAKERY + "/deposit").sees("Factures électroniques");
            upload(visitor, "la sienne.xml", sample("J-2026-TAB").ubl());
            visitor.sees("Acceptée");
            second.page().goBack();
            second.sees("Derniers dépôts");
            assertThat(second.page().url()).endsWith(GARAGE);
            assertThat(second.page().title()).contains("Garage Pelletier");
        }
    }

    @Test
    void aTelephoneShowsTheMainWayWhole() {
        try (Visitor visitor = Visitor.arrivesByTelephone(product, browser)) {
            visitor.goesTo("/sign-in").sees("Démonstration").takesAPicture("narrow-sign-in");
            visitor.signsIn(CLAIRE).sees("Boulangerie du Lac");
            for (String path :
                    new String[] {"/", BAKERY, BAKERY + "/deposit", BAKERY + "/invoices"}) {
                visitor.goesTo(path).sees("Boulangerie du Lac");
                String name = "narrow-" + path.substring(path.lastIndexOf('/') + 1);
                visitor.takesAPicture(name);
                assertThat(visitor.page().evaluate("document.documentElement.scrollWidth"))
                        .as("width of " + path)
                        .isEqualTo(390);
            }
        }
    }

    @Test
    void anotherFirmsClientIsAsUnknownAsOneThatIsNot() {
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            visitor.signsIn(CLAIRE).sees("Boulangerie du Lac");
            var foreign = visitor.page().navigate(product.url("/c/cabinet-littoral/900000217"));
            assertThat(foreign.status()).isEqualTo(404);
            String theirs = visitor.page().getByRole(AriaRole.MAIN).innerText();
            var unknown = visitor.page().navigate(product.url("/c/cabinet-nulle-part/900000019"));
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(visitor.page().getByRole(AriaRole.MAIN).innerText()).isEqualTo(theirs);
            visitor.takesAPicture("not-found");
        }
    }

    @Test
    void theColleagueWithoutRightsSeesNoClient() {
        try (Visitor claire = Visitor.arrives(product, browser);
                Visitor amina = Visitor.arrives(product, browser)) {
            amina.signsIn(AMINA);
            amina.page().waitForURL(product.url("/"));
            assertThat(amina.page().navigate(product.url(BAKERY)).status()).isEqualTo(404);
            claire.signsIn(CLAIRE).sees("Boulangerie du Lac");
            claire.goesTo("/f/cabinet-alpes/matrix").sees("Karim Benali").takesAPicture("matrix");
            claire.goesTo("/f/cabinet-alpes/habilitations")
                    .sees("Délégations que vous avez données")
                    .takesAPicture("habilitations");
        }
    }

    @Test
    void aDelegatedRightHoldsOnTheColleaguesVeryNextClick() {
        try (Visitor claire = Visitor.arrives(product, browser);
                Visitor amina = Visitor.arrives(product, browser)) {
            amina.signsIn(AMINA);
            amina.page().waitForURL(product.url("/"));
            assertThat(amina.page().navigate(product.url(GARAGE)).status()).isEqualTo(404);
            claire.signsIn(CLAIRE).sees("Boulangerie du Lac");
            claire.goesTo("/f/cabinet-alpes/habilitations").presses("Déléguer mes droits");
            claire.chooses("Collègue", "Amina Diallo").chooses("Périmètre", "Garage Pelletier");
            claire.page().keyboard().press("Escape");
            claire.takesAPicture("delegation");
            product.forgetsProofs();
            claire.presses("Déléguer").sees("Confirmez que c’est bien vous");
            claire.takesAPicture("proof");
            claire.page().getByLabel("Mot de passe").first().fill("pas le bon");
            claire.presses("Confirmer").sees("Ce n’est pas cela");
            claire.page().getByLabel("Mot de passe").first().fill("cloisonne-demonstration");
            claire.presses("Confirmer").sees("Délégation enregistrée");
            assertThat(amina.page().navigate(product.url(GARAGE)).status()).isEqualTo(200);
            amina.sees("Garage Pelletier").takesAPicture("delegated");
            amina.sees("Vous agissez pour Claire Martin, jusqu’au");
            amina.goesTo("/f/cabinet-alpes/requests").sees("Droits qui vous sont prêtés");
            amina.sees("Garage Pelletier").takesAPicture("lent");

            // Taken back while the colleague has a page of it open: the next act there is refused.
            amina.goesTo(GARAGE + "/deposit").sees("Factures électroniques");
            claire.presses("Retirer le droit de Amina Diallo").sees("Retirer ce droit");
            claire.presses("Retirer").sees("Droit retiré");
            upload(amina, "trop tard.xml", sample("J-2026-LOST").ubl());
            amina.sees("Votre droit de déposer pour ce client a pris fin");
            assertThat(amina.page().navigate(product.url(GARAGE)).status()).isEqualTo(404);
        }
    }
}
