package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.cloisonne.invoicing.sample.SampleInvoice;
import fr.cloisonne.tenancy.value.Siren;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The main job in a real browser, on the product as it is started. */
class JourneyIT {

    private static final String CLAIRE = "claire.martin@cabinet-alpes.example";
    private static final String AMINA = "amina.diallo@cabinet-alpes.example";
    private static final String GARAGE = "/c/cabinet-alpes/900000027";
    private static final String BAKERY = "/c/cabinet-alpes/900000019";

    private static RunningProduct product;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        product = RunningProduct.start();
        playwright = Visitor.playwright();
        browser = Visitor.browser(playwright);
    }

    @AfterAll
    static void stop() throws IOException {
        browser.close();
        playwright.close();
        product.close();
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
            claire.goesTo("/f/cabinet-alpes/habilitations")
                    .sees("Karim Benali")
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
            claire.takesAPicture("delegation").presses("Déléguer");
            claire.sees("Délégation enregistrée");
            assertThat(amina.page().navigate(product.url(GARAGE)).status()).isEqualTo(200);
            amina.sees("Garage Pelletier").takesAPicture("delegated");
        }
    }

    private static SampleInvoice sample(String number) {
        return new SampleInvoice(
                new Siren("900000019"),
                "Boulangerie du Lac",
                new Siren("912345675"),
                "Café de la Gare",
                number,
                LocalDate.of(2026, 10, 1),
                "Pain de campagne",
                10,
                new BigDecimal("100"));
    }

    private static void upload(Visitor visitor, String name, String content) {
        visitor.page()
                .locator("input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                name, "application/xml", content.getBytes(StandardCharsets.UTF_8)));
    }
}
