package fr.cloisonne.ui.absence;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.AbsenceLine;
import fr.cloisonne.identity.habilitation.AbsenceWish;
import fr.cloisonne.identity.habilitation.Absences;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.FirmCard;
import java.util.List;

/** One person at their times away from one firm. */
record AbsenceDesk(UserAccountId person, FirmCard firm, Absences absences) {

    List<AbsenceLine> given() {
        return absences.given(person, firm.shortName());
    }

    List<AbsenceLine> received() {
        return absences.received(person, firm.shortName());
    }

    List<PersonCard> colleagues() {
        return absences.colleagues(person, firm.shortName());
    }

    List<ClientCompanyCard> portfolio() {
        return absences.portfolio(person, firm.shortName());
    }

    boolean administers() {
        return absences.administers(person, firm.shortName());
    }

    void begin(AbsenceWish wish) {
        absences.begin(person, firm.shortName(), wish);
    }
}
