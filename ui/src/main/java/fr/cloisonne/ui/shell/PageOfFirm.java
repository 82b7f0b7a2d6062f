package fr.cloisonne.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.RouteParameters;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmShortName;

/** A page of the firm that the address names, for whoever is let in. */
abstract class PageOfFirm extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private final Reader reader;
    private final Habilitations habilitations;
    private final String name;

    PageOfFirm(Reader reader, Habilitations habilitations, String name) {
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
        FirmCard card = letIn(habilitations, person, firm);
        keep(reader, person, card, event.getRouteParameters());
        removeAll();
        address(event);
        show(person, card);
    }

    /** The firm, for one who may be here. */
    abstract FirmCard letIn(Habilitations habilitations, UserAccountId person, FirmShortName firm);

    /** Keeps that the page was opened, where that is on record. */
    void keep(Reader by, UserAccountId person, FirmCard firm, RouteParameters address) {
        // A page of a member's own is not.
    }

    String name() {
        return name;
    }

    /** What else the address says, for a page that needs it. */
    protected void address(BeforeEnterEvent event) {
        // Most pages are about the firm alone.
    }

    /** Fills the page. */
    protected abstract void show(UserAccountId person, FirmCard firm);

    @Override
    public final String getPageTitle() {
        return getTranslation("title." + name) + " · Cloisonné";
    }
}
