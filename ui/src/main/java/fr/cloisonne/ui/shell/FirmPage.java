package fr.cloisonne.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.util.Objects;

/** A page of the firm itself, open to whoever holds one right over the whole firm. */
public abstract class FirmPage extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private final Reader reader;
    private final Habilitations habilitations;
    private final String name;

    /** A page whose name is the text {@code title.<name>}. */
    protected FirmPage(Reader reader, Habilitations habilitations, String name) {
        this.reader = reader;
        this.habilitations = habilitations;
        this.name = name;
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        FirmShortName firm =
                FirmShortName.tryParse(event.getRouteParameters().get("firm").orElse(""))
                        .orElseThrow(NoSuchCompanyException::new);
        UserAccountId person = reader.person();
        FirmCard card = habilitations.requireInFirm(person, firm, right());
        removeAll();
        address(event);
        show(person, card);
    }

    /** What else the address says, for a page that needs it. */
    protected void address(BeforeEnterEvent event) {
        // Most pages are about the firm alone.
    }

    private Right right() {
        return Objects.requireNonNull(getClass().getAnnotation(Needs.class)).value();
    }

    /** Fills the page. */
    protected abstract void show(UserAccountId person, FirmCard firm);

    @Override
    public final String getPageTitle() {
        return getTranslation("title." + name) + " · Cloisonné";
    }
}
