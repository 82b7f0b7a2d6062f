package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
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
        page.setDefaultTimeout(60_000);
    }

    static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions()
                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Browser browser(Playwright playwright) {
        Path chromium =
                Stream.of(
                                "/usr/bin/chromium-headless-shell",
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

    /** Somebody with a telephone, in the dark. */
    static Visitor arrivesByTelephone(RunningProduct product, Browser browser) {
        return new Visitor(
                product,
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setLocale("fr-FR")
                                .setColorScheme(ColorScheme.DARK)
                                .setHasTouch(true)
                                .setViewportSize(390, 844)));
    }

    /** A second tab of the same browser; it closes with the first. */
    Visitor opensATab() {
        return new Visitor(product, profile);
    }

    Page page() {
        return page;
    }

    /** A page that leaves by itself at the same moment is in the way: then once more. */
    Visitor goesTo(String path) {
        try {
            page.navigate(product.url(path));
        } catch (PlaywrightException interrupted) {
            assertThat(interrupted).hasMessageContaining("ERR_ABORTED");
            page.waitForLoadState();
            page.navigate(product.url(path));
        }
        return this;
    }

    Visitor signsIn(String mailbox) {
        return signsIn(mailbox, "cloisonne-demonstration");
    }

    Visitor signsIn(String mailbox, String password) {
        goesTo("/sign-in");
        return signsInHere(mailbox, password);
    }

    /** On the sign-in page to which the visitor was led. */
    Visitor signsInHere(String mailbox) {
        return signsInHere(mailbox, "cloisonne-demonstration");
    }

    Visitor signsInHere(String mailbox, String password) {
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
        page.getByLabel(field, new Page.GetByLabelOptions().setExact(true))
                .locator("visible=true")
                .first()
                .fill(option);
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

    /** Keeps a picture of the page, and lets nothing pass that shuts somebody out (WCAG 2.2 AA). */
    Visitor takesAPicture(String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(SCREENSHOTS.resolve(name + ".png"))
                        .setFullPage(true));
        shutsNobodyOut(name);
        return this;
    }

    /** Shuts nobody out in this light and on this width; a telephone shows it whole. */
    Visitor isForEverybody(String name, Sighting sighting) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(sighting.scheme()));
        page.setViewportSize(sighting.width(), 900);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isEqualTo(sighting.width());
        shutsNobodyOut(name + " " + sighting);
        return this;
    }

    private void shutsNobodyOut(String name) {
        assertThat(Axe.brokenBy(page)).as(name).isEmpty();
    }

    @Override
    public void close() {
        profile.close();
    }
}
