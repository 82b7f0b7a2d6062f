package fr.cloisonne.ui.shell;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmShortName;

/** A page of the firm for each of its members, whether or not they hold any right yet. */
public abstract class MemberPage extends PageOfFirm {

    /** A page whose name is the text {@code title.<name>}. */
    protected MemberPage(Reader reader, Habilitations habilitations, String name) {
        super(reader, habilitations, name);
    }

    @Override
    final FirmCard letIn(Habilitations habilitations, UserAccountId person, FirmShortName firm) {
        return habilitations.requireMember(person, firm);
    }
}
