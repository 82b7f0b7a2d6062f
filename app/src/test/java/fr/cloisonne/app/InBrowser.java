package fr.cloisonne.app;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
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
}
