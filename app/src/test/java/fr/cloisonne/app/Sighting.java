package fr.cloisonne.app;

import com.microsoft.playwright.options.ColorScheme;

/** How a page is looked at. */
enum Sighting {
    LIGHT(ColorScheme.LIGHT, 1280),
    DARK(ColorScheme.DARK, 1280),
    NARROW(ColorScheme.DARK, 390);

    private final ColorScheme scheme;
    private final int width;

    Sighting(ColorScheme scheme, int width) {
        this.scheme = scheme;
        this.width = width;
    }

    ColorScheme scheme() {
        return scheme;
    }

    int width() {
        return width;
    }
}
