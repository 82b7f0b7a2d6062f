package fr.cloisonne.ui.habilitation;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.GrantLine;
import fr.cloisonne.identity.habilitation.HandOver;
import fr.cloisonne.identity.habilitation.HandOverId;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.signin.StepUp;
import java.util.List;
import java.util.Set;

/** An administrator at the hand-overs of a firm. */
record HandOverDesk(
        UserAccountId person,
        FirmCard firm,
        HandOver handOver,
        List<PersonCard> colleagues,
        StepUp stepUp) {

    List<GrantLine> heldBy(PersonCard one) {
        return handOver.heldBy(person, firm.shortName(), one.id());
    }

    HandOverId depart(PersonCard leaver, PersonCard to) {
        return handOver.depart(person, firm.shortName(), leaver.id(), to.id());
    }

    HandOverId transfer(PersonCard from, PersonCard to) {
        return handOver.transfer(
                person, firm.shortName(), from.id(), to.id(), Set.copyOf(heldBy(from)));
    }

    String certificate(HandOverId id) {
        return "f/" + firm.shortName() + "/handovers/" + id;
    }
}
