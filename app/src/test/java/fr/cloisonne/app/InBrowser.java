package fr.cloisonne.app;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import fr.cloisonne.invoicing.sample.SampleInvoice;
import fr.cloisonne.tenancy.value.Siren;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests in a real browser: for each class a product as it is started, and one Chromium. */
abstract class InBrowser {

    static final String CLAIRE = "claire.martin@cabinet-alpes.example";
    static final String AMINA = "amina.diallo@cabinet-alpes.example";
    static final String PAUL = "paul.leroy@cabinet-littoral.example";
    static final String GARAGE = "/c/cabinet-alpes/900000027";
    static final String BAKERY = "/c/cabinet-alpes/900000019";

    static RunningProduct product;
    static Browser browser;

    private static Playwright playwright;

    @BeforeAll
    static void open() throws IOException {
        product = RunningProduct.start();
        playwright = Visitor.playwright();
        browser = Visitor.browser(playwright);
    }

    @AfterAll
    static void close() throws IOException {
        browser.close();
        playwright.close();
        product.close();
    }

    static SampleInvoice sample(String number) {
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

    static void upload(Visitor visitor, String name, String content) {
        upload(visitor, name, content.getBytes(StandardCharsets.UTF_8));
    }

    static void upload(Visitor visitor, String name, byte[] content) {
        visitor.page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(name, "application/octet-stream", content));
    }
}
