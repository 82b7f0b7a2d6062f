package fr.cloisonne.ui.shell;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.util.Objects;

/** A page of the firm itself, open to whoever holds one right over the whole firm. */
public abstract class FirmPage extends PageOfFirm {

    /** A page whose name is the text {@code title.<name>}. */
    protected FirmPage(Reader reader, Habilitations habilitations, String name) {
        super(reader, habilitations, name);
    }

    @Override
    final FirmCard letIn(Habilitations habilitations, UserAccountId person, FirmShortName firm) {
        Needs needs = Objects.requireNonNull(getClass().getAnnotation(Needs.class));
        return habilitations.requireInFirm(person, firm, needs.value());
    }
}
