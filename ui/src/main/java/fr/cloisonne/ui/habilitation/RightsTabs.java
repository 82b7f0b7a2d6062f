package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import fr.cloisonne.tenancy.value.FirmCard;
import java.util.List;

/** The ways between the pages of a firm's rights. */
class RightsTabs extends Nav {

    private static final List<String> PAGES =
            List.of(
                    "matrix",
                    "habilitations",
                    "portfolios",
                    "profiles",
                    "people",
                    "review",
                    "handovers",
                    "seeing");

    RightsTabs(FirmCard firm, String here) {
        addClassName("tabs");
        setAriaLabel(getTranslation("tabs.rights"));
        UnorderedList list = new UnorderedList();
        for (String page : PAGES) {
            Anchor link =
                    new Anchor("f/" + firm.shortName() + "/" + page, getTranslation("tab." + page));
            if (page.equals(here)) {
                link.getElement().setAttribute("aria-current", "page");
            }
            list.add(new ListItem(link));
        }
        add(list);
    }
}
