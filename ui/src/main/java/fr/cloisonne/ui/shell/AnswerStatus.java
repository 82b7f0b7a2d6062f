package fr.cloisonne.ui.shell;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Gives the page itself the status 404 when its address leads nowhere for this reader. Vaadin
 * answers every page with 200 and finds the route afterwards, too late for whoever reads statuses.
 */
@Component
class AnswerStatus implements VaadinServiceInitListener {

    private final Reader reader;
    private final Habilitations habilitations;

    AnswerStatus(Reader reader, Habilitations habilitations) {
        this.reader = reader;
        this.habilitations = habilitations;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::judge);
    }

    private void judge(IndexHtmlResponse page) {
        VaadinRequest request = page.getVaadinRequest();
        String path = Optional.ofNullable(request.getPathInfo()).orElse("").replaceFirst("^/", "");
        Optional<UserAccountId> person = reader.signedIn();
        if (!isRoute(request, path) || (person.isPresent() && !opensTo(person.get(), path))) {
            page.getVaadinResponse().setStatus(404);
        }
    }

    private static boolean isRoute(VaadinRequest request, String path) {
        return request.getService()
                .getRouter()
                .resolveNavigationTarget(new Location(path))
                .isPresent();
    }

    private boolean opensTo(UserAccountId person, String path) {
        if (path.startsWith("c/")) {
            return CompanyAddress.parse(path).filter(place -> sees(person, place)).isPresent();
        }
        if (path.startsWith("f/")) {
            return FirmShortName.tryParse(path.split("/", -1)[1])
                    .filter(firm -> !habilitations.firmRights(person, firm).isEmpty())
                    .isPresent();
        }
        return true;
    }

    private boolean sees(UserAccountId person, CompanyAddress place) {
        try {
            habilitations.access(person, place.company());
            return true;
        } catch (NoSuchCompanyException unknown) {
            return false;
        }
    }
}
