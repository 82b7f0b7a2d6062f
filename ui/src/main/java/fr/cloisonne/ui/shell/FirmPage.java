package fr.cloisonne.ui.shell;

import com.vaadin.flow.router.RouteParameters;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.util.Map;
import java.util.Objects;

/** A page of the firm itself, open to whoever holds one right over the whole firm. */
public abstract class FirmPage extends PageOfFirm {

    /** A page whose name is the text {@code title.<name>}. */
    protected FirmPage(Reader reader, Habilitations habilitations, String name) {
        super(reader, habilitations, name);
    }

    @Override
    final FirmCard letIn(Habilitations habilitations, UserAccountId person, FirmShortName firm) {
        return habilitations.requireInFirm(person, firm, needed());
    }

    @Override
    final void keep(Reader by, UserAccountId person, FirmCard firm, RouteParameters address) {
        Map<String, String> about =
                address.get("id").isEmpty()
                        ? Map.of()
                        : Map.of("id", AddressedId.of(address).toString());
        by.pages().ofFirm(person, firm.id(), needed(), name(), about);
    }

    private Right needed() {
        return Objects.requireNonNull(getClass().getAnnotation(Needs.class)).value();
    }
}
