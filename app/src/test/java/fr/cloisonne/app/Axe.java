package fr.cloisonne.app;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What shuts somebody out of a page (WCAG 2.2 AA), by axe. A page of ours has no frames: it is told
 * what it breaks where it stands, and nothing of all that it holds.
 */
final class Axe {

    private static final String SOURCE = source();

    private static final String BROKEN =
            """
            () => axe.run({
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
              resultTypes: ['violations']
            }).then(found => found.violations.map(rule => rule.id
                + rule.nodes.slice(0, 3).map(node => '\\n    ' + node.html).join('')))
            """;

    private Axe() {}

    /** Each rule that the page breaks, with three places at most. */
    static List<?> brokenBy(Page page) {
        if (!(boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(SOURCE);
        }
        return (List<?>) page.evaluate(BROKEN);
    }

    private static String source() {
        try (InputStream file = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
