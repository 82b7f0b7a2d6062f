package fr.cloisonne.ui.account;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.shell.FactorStop;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Page;
import fr.cloisonne.ui.shell.Reader;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Collectors;

/** Says that a firm asks for a second factor, and leads to where one is added. */
@Route(value = "account/protect", layout = MainLayout.class)
@PermitAll
public class FactorNeededView extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private final Reader reader;
    private final FactorStop stop;

    /** The page; Spring makes one for each visit. */
    public FactorNeededView(Reader reader, FactorStop stop) {
        this.reader = reader;
        this.stop = stop;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        String firms = names(stop.waitingFor(reader.person()));
        String doubting = names(stop.doubting(reader.person()));
        if (firms.isEmpty() && doubting.isEmpty()) {
            event.forwardTo("");
        } else if (firms.isEmpty()) {
            Div acts = new Div(link(getTranslation("back.portfolio"), ""));
            acts.addClassNames("acts", "form-acts");
            head(getTranslation("title.protect.doubt"), "");
            add(new Paragraph(getTranslation("protect.doubt", doubting)), acts);
        } else {
            ask(firms);
        }
    }

    private static String names(List<FirmCard> firms) {
        return firms.stream().map(FirmCard::legalName).collect(Collectors.joining(", "));
    }

    private void ask(String firms) {
        boolean others = stop.hasOthers(reader.person());
        Div acts = new Div(primaryLink(getTranslation("protect.act"), "account/security"));
        if (others) {
            acts.add(link(getTranslation("back.portfolio"), ""));
        }
        acts.addClassNames("acts", "form-acts");
        head(getTranslation("title.protect"), "");
        add(
                new Paragraph(getTranslation("protect.text", firms)),
                new Paragraph(getTranslation(others ? "protect.others" : "protect.why")),
                acts);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("title.protect") + " · Cloisonné";
    }
}
