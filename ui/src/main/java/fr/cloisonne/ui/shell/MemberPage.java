package fr.cloisonne.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmShortName;

/** A page of the firm for each of its members, whether or not they hold any right yet. */
public abstract class MemberPage extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private final Reader reader;
    private final Habilitations habilitations;
    private final String name;

    /** A page whose name is the text {@code title.<name>}. */
    protected MemberPage(Reader reader, Habilitations habilitations, String name) {
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
        FirmCard card = habilitations.requireMember(person, firm);
        show(person, card);
    }

    /** Fills the page. */
    protected abstract void show(UserAccountId person, FirmCard firm);

    @Override
    public final String getPageTitle() {
        return getTranslation("title." + name) + " · Cloisonné";
    }
}
