package fr.cloisonne.app;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A person at a browser: one Chromium for all journeys, a profile of its own for each visitor. */
final class Visitor implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final RunningProduct product;
    private final BrowserContext profile;
    private final Page page;

    private Visitor(RunningProduct product, BrowserContext profile) {
        this.product = product;
        this.profile = profile;
        this.page = profile.newPage();
        page.setDefaultTimeout(20_000);
    }

    static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions()
                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Browser browser(Playwright playwright) {
        Path chromium =
                Stream.of(
                                "/usr/bin/chromium",
                                "/usr/bin/google-chrome",
                                "/usr/bin/chromium-browser")
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("No Chromium: install one"));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(FLAGS));
    }

    static Visitor arrives(RunningProduct product, Browser browser) {
        return new Visitor(
                product,
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setLocale("fr-FR")
                                .setViewportSize(1280, 900)));
    }

    /** A second tab of the same browser; it closes with the first. */
    Visitor opensATab() {
        return new Visitor(product, profile);
    }

    Page page() {
        return page;
    }

    Visitor goesTo(String path) {
        page.navigate(product.url(path));
        return this;
    }

    Visitor signsIn(String mailbox) {
        return signsIn(mailbox, "cloisonne-demonstration");
    }

    Visitor signsIn(String mailbox, String password) {
        goesTo("/sign-in");
        page.getByLabel("Adresse électronique").first().fill(mailbox);
        page.getByLabel("Mot de passe").first().fill(password);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Se connecter").setExact(true))
                .click();
        return this;
    }

    Visitor presses(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        return this;
    }

    /** Types into a combo box and takes what it offers. */
    Visitor chooses(String field, String option) {
        page.getByLabel(field).first().fill(option);
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option))
                .first()
                .click();
        return this;
    }

    /** Waits until the text is on the page. */
    Visitor sees(String text) {
        page.getByText(text).locator("visible=true").first().waitFor();
        return this;
    }

    Visitor takesAPicture(String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(SCREENSHOTS.resolve(name + ".png"))
                        .setFullPage(true));
        return this;
    }

    @Override
    public void close() {
        profile.close();
    }
}
