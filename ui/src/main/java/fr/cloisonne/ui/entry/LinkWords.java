package fr.cloisonne.ui.entry;

import com.vaadin.flow.component.Component;
import fr.cloisonne.identity.account.LinkState;
import fr.cloisonne.ui.enamel.Notice;

/** One clear message for each way in which a link does not open. */
final class LinkWords {

    private LinkWords() {}

    static Notice refusal(Component page, LinkState state) {
        return Notice.refusal(page.getTranslation("link." + state.name()));
    }
}
