package fr.cloisonne.ui.entry;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.account.AddressChange;
import fr.cloisonne.identity.account.LinkRefusedException;
import fr.cloisonne.identity.account.LinkState;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.DoorPage;
import fr.cloisonne.ui.shell.Reader;
import jakarta.annotation.security.PermitAll;

/**
 * Where the link to a new address leads, for whoever is signed in to the account: a press confirms
 * it, since mail scanners only look.
 */
@Route(value = "address", autoLayout = false)
@PermitAll
public class AddressView extends DoorPage implements BeforeEnterObserver {

    private final transient Reader reader;
    private final transient AddressChange change;

    /** The page; Spring makes one for each visit. */
    public AddressView(Reader reader, AddressChange change) {
        super("address");
        this.reader = reader;
        this.change = change;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String secret = event.getLocation().getQueryParameters().getSingleParameter("t").orElse("");
        LinkState state = change.state(secret);
        if (state == LinkState.OPEN) {
            Button confirm = new Button(getTranslation("address.act"), press -> use(secret));
            confirm.addThemeVariants(ButtonVariant.PRIMARY);
            confirm.setDisableOnClick(true);
            tell(new Paragraph(getTranslation("address.text")), confirm);
        } else {
            refuse(state);
        }
    }

    private void use(String secret) {
        try {
            change.use(reader.person(), secret);
            tell(
                    Notice.information(getTranslation("address.done")),
                    new Anchor("", getTranslation("back.product")));
        } catch (LinkRefusedException refused) {
            refuse(refused.state());
        }
    }

    private void refuse(LinkState state) {
        tell(LinkWords.refusal(this, state), new Anchor("", getTranslation("back.product")));
    }
}
