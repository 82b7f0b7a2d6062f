package fr.cloisonne.app;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The pages and dialogs that no journey stops to look at: each page in one way by turns with its
 * first dialog, and every one in every way by {@code -Dtests.size=full}.
 */
class EveryPageIT extends InBrowser {

    private static final boolean FULL = "full".equals(System.getProperty("tests.size"));

    private static final String FIRM = "/f/cabinet-alpes/";

    /** An address, and the buttons that open a dialog on its page. */
    private record Sight(String address, List<String> buttons) {

        Sight(String address, String... buttons) {
            this(address, List.of(buttons));
        }

        List<String> firstButton() {
            return buttons.stream().limit(1).toList();
        }
    }

    private static final Sight[] OF_AN_ADMINISTRATOR = {
        new Sight(FIRM + "portfolios", "Nouveau portefeuille", "Modifier Commerces de bouche"),
        new Sight(FIRM + "profiles", "Nouveau profil"),
        new Sight(FIRM + "matrix", "Copier des droits", "Exporter"),
        new Sight(FIRM + "review", "Exporter"),
        new Sight(FIRM + "handovers", "Transmettre des habilitations"),
        new Sight(FIRM + "requests", "Demander un droit"),
        new Sight(FIRM + "connections", "Nouveau raccordement", "Nouvel outil tiers"),
        new Sight(FIRM + "provisioning", "Connecter un annuaire"),
        new Sight(FIRM + "domains", "Ajouter un domaine"),
        new Sight(FIRM + "name"),
        new Sight(FIRM + "companies/new"),
        new Sight(BAKERY + "/history"),
        new Sight("/rights"),
        new Sight("/account/tools"),
        new Sight("/arrivals")
    };

    private static final Sight[] OF_ANYBODY = {
        new Sight("/terms"), new Sight("/recover"), new Sight("/reset?t=nothing")
    };

    private int turn;

    @Test
    void shutsNobodyOut() {
        try (Visitor claire = Visitor.arrives(product, browser)) {
            for (Sight sight : OF_ANYBODY) {
                looks(claire, sight);
            }
            claire.signsIn(CLAIRE).sees("Boulangerie du Lac");
            for (Sight sight : OF_AN_ADMINISTRATOR) {
                looks(claire, sight);
            }
            claire.goesTo(BAKERY + "/invoices").sees("FA-2026-001");
            claire.page().locator("a[href*='/invoices/']").first().click();
            isForEverybody(claire.sees("Vie de la facture"), "invoice");
        }
    }

    private void looks(Visitor visitor, Sight sight) {
        visitor.goesTo(sight.address());
        visitor.page().locator("h1").first().waitFor();
        isForEverybody(visitor, sight.address());
        for (String button : FULL ? sight.buttons() : sight.firstButton()) {
            visitor.presses(button);
            Locator dialog = visitor.page().getByRole(AriaRole.DIALOG).first();
            dialog.getByRole(AriaRole.HEADING).first().waitFor();
            isForEverybody(visitor, sight.address() + ": " + button);
            visitor.page().keyboard().press("Escape");
            dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        }
    }

    private void isForEverybody(Visitor visitor, String name) {
        Sighting[] all = Sighting.values();
        for (Sighting one : FULL ? all : new Sighting[] {all[turn++ % all.length]}) {
            visitor.isForEverybody(name, one);
        }
    }
}
