package fr.cloisonne.ui.shell;

import com.vaadin.flow.router.RouteParameters;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.CompanyDoor;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.value.CompanyPath;
import org.springframework.stereotype.Component;

/** Opens a visit where the address says, for the person who is signed in. */
@Component
public class Visits {

    private final Reader reader;
    private final Habilitations habilitations;
    private final CompanyDoor door;

    Visits(Reader reader, Habilitations habilitations, CompanyDoor door) {
        this.reader = reader;
        this.habilitations = habilitations;
        this.door = door;
    }

    /** For whoever has this right there. */
    Visit at(RouteParameters parameters, Right right) {
        UserAccountId person = reader.person();
        return new Visit(
                door, person, habilitations.requireInCompany(person, path(parameters), right));
    }

    /** For whoever has any right there. */
    Visit at(RouteParameters parameters) {
        UserAccountId person = reader.person();
        return new Visit(door, person, habilitations.access(person, path(parameters)));
    }

    private static CompanyPath path(RouteParameters parameters) {
        return CompanyPath.tryParse(
                        parameters.get("firm").orElse(""), parameters.get("siren").orElse(""))
                .orElseThrow(NoSuchCompanyException::new);
    }
}
