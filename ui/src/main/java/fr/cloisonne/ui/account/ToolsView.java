package fr.cloisonne.ui.account;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.issuer.GivenConsent;
import fr.cloisonne.identity.issuer.GivenConsents;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Page;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The tools that may learn who one is: which, since when, what; each consent is taken back here.
 */
@Route(value = "account/tools", layout = MainLayout.class)
@PermitAll
public class ToolsView extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private final Reader reader;
    private final transient GivenConsents consents;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    public ToolsView(Reader reader, GivenConsents consents, Formats formats) {
        this.reader = reader;
        this.consents = consents;
        this.formats = formats;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        fill();
    }

    private void fill() {
        removeAll();
        head(getTranslation("title.tools"), getTranslation("tools.intro"));
        List<GivenConsent> given = consents.of(reader.person());
        if (given.isEmpty()) {
            add(nothing(getTranslation("tools.none"), getTranslation("tools.none.next")));
            return;
        }
        UnorderedList lines = new UnorderedList();
        lines.addClassName("lines");
        given.forEach(one -> lines.add(line(one)));
        add(lines);
    }

    private ListItem line(GivenConsent one) {
        Span facts =
                new Span(
                        getTranslation(
                                "tools.facts",
                                one.firm(),
                                one.scopes().stream()
                                        .sorted()
                                        .map(scope -> getTranslation("tools.scope." + scope))
                                        .collect(Collectors.joining(", "))));
        facts.addClassName("quiet");
        Div words = new Div(new Span(one.name()), facts);
        words.addClassNames("grow", "stacked");
        Span since = new Span(getTranslation("tools.since", formats.moment(one.at())));
        since.addClassName("when");
        Button withdraw = new Button(getTranslation("tools.withdraw"), press -> ask(one));
        withdraw.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        withdraw.setAriaLabel(getTranslation("tools.withdraw.of", one.name()));
        return new ListItem(words, since, withdraw);
    }

    private void ask(GivenConsent one) {
        ConfirmDialog dialog =
                new ConfirmDialog(
                        getTranslation("tools.withdraw.title", one.name()),
                        getTranslation("tools.withdraw.text"),
                        getTranslation("tools.withdraw"),
                        yes -> withdraw(one));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("act.cancel"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    private void withdraw(GivenConsent one) {
        consents.withdraw(reader.person(), one.tool());
        Toast.done(getTranslation("tools.withdrawn", one.name()));
        fill();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("title.tools") + " · Cloisonné";
    }
}
