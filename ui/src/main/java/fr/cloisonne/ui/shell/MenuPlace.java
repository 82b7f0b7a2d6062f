package fr.cloisonne.ui.shell;

import java.util.Map;

/** Where somebody is, and which entry of the menu says so. */
class MenuPlace {

    /** Pages of a firm that no entry names, each with the one that stands for it. */
    private static final Map<String, String> BESIDE =
            Map.of(
                    "habilitations", "matrix",
                    "portfolios", "matrix",
                    "profiles", "matrix",
                    "people", "matrix",
                    "review", "matrix",
                    "handovers", "matrix",
                    "seeing", "matrix",
                    "domains", "providers");

    private final String here;

    MenuPlace(String location) {
        here = isFirst(location) ? "" : location;
    }

    /** The portfolio is what the first page is for whoever is signed in. */
    static boolean isFirst(String location) {
        return location.isEmpty() || location.equals("portfolio");
    }

    /**
     * The page itself, what lies below it, and what is reached from it; a company's home does not
     * stand for its pages.
     */
    boolean isUnder(String entry) {
        boolean below = entry.split("/", -1).length > 3 && here.startsWith(entry + "/");
        return below || here.equals(entry) || isBeside(entry) || isAddition(entry);
    }

    private boolean isBeside(String entry) {
        String[] parts = here.split("/", -1);
        return parts.length > 2
                && parts[0].equals("f")
                && entry.equals("f/" + parts[1] + "/" + BESIDE.getOrDefault(parts[2], parts[2]));
    }

    /** Clients are added from the portfolio. */
    private boolean isAddition(String entry) {
        return entry.isEmpty() && here.matches("f/[^/]+/(companies/new|imports(/.*)?)");
    }
}
