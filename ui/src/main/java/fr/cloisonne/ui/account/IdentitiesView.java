package fr.cloisonne.ui.account;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.federation.LastWayInException;
import fr.cloisonne.identity.federation.LinkedIdentities;
import fr.cloisonne.identity.federation.LinkedIdentity;
import fr.cloisonne.identity.federation.ProviderButton;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Page;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.text.Formats;
import fr.cloisonne.ui.text.Translations;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The identities elsewhere that open the reader's account: seen, added, taken off. */
@Route(value = "account/identities", layout = MainLayout.class)
@PermitAll
public class IdentitiesView extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private final Reader reader;
    private final LinkedIdentities identities;
    private final FreshProof proof;
    private final StepUp stepUp;
    private final Formats formats;
    private final Translations words;

    /** The page; Spring makes one for each visit. */
    public IdentitiesView(
            Reader reader,
            LinkedIdentities identities,
            FreshProof proof,
            StepUp stepUp,
            Formats formats,
            Translations words) {
        this.reader = reader;
        this.identities = identities;
        this.proof = proof;
        this.stepUp = stepUp;
        this.formats = formats;
        this.words = words;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        fill();
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("outcome")
                .map(outcome -> "identities.outcome." + outcome)
                .filter(key -> words.has(key, getLocale()))
                .ifPresent(key -> add(Notice.information(getTranslation(key))));
    }

    private void fill() {
        removeAll();
        head(getTranslation("title.identities"), getTranslation("identities.intro"));
        List<LinkedIdentity> linked = identities.of(reader.person());
        block(getTranslation("identities.linked"), linked.isEmpty() ? none() : lines(linked));
        List<ProviderButton> more = identities.linkable(reader.person());
        if (!more.isEmpty()) {
            Div buttons = new Div();
            buttons.addClassName("acts");
            more.forEach(one -> buttons.add(new Button(one.label(), press -> link(one))));
            block(getTranslation("identities.add"), buttons);
        }
    }

    private Paragraph none() {
        Paragraph none = new Paragraph(getTranslation("identities.none"));
        none.addClassName("quiet");
        return none;
    }

    private UnorderedList lines(List<LinkedIdentity> linked) {
        UnorderedList lines = new UnorderedList();
        lines.addClassName("lines");
        linked.forEach(one -> lines.add(line(one)));
        return lines;
    }

    private ListItem line(LinkedIdentity one) {
        Span label = new Span(one.label());
        label.addClassName("grow");
        Span since = new Span(getTranslation("identities.since", formats.moment(one.linkedAt())));
        since.addClassName("when");
        Button unlink = new Button(getTranslation("identities.unlink"), press -> confirm(one));
        unlink.setAriaLabel(getTranslation("identities.unlink.of", one.label()));
        return new ListItem(label, since, unlink);
    }

    private void confirm(LinkedIdentity one) {
        ConfirmDialog dialog =
                new ConfirmDialog(
                        getTranslation("identities.unlink.title", one.label()),
                        getTranslation("identities.unlink.text"),
                        getTranslation("identities.unlink"),
                        yes -> stepUp.perform(() -> unlink(one)));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("act.cancel"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    private void unlink(LinkedIdentity one) {
        try {
            identities.unlink(reader.person(), one);
            Toast.done(getTranslation("identities.unlinked"));
        } catch (LastWayInException last) {
            Toast.refusal(getTranslation("identities.last"));
        }
        fill();
    }

    private void link(ProviderButton provider) {
        stepUp.perform(() -> {
            proof.require(reader.person());
            getUI().ifPresent(ui -> ui.getPage().setLocation(provider.startUrl()));
        });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("title.identities") + " · Cloisonné";
    }
}
