package fr.cloisonne.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationState;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.CompanyDoor;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.OtherWayNeededException;
import fr.cloisonne.identity.habilitation.RightMissingException;
import fr.cloisonne.identity.registration.Operators;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.TenantUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;

/**
 * Gives the page itself the status that its address deserves for this reader: 404 where it leads
 * nowhere, 403 where a right is missing, 503 where the company is not open now, 500 where it cannot
 * even be found out. Vaadin answers every page with 200 and finds the route afterwards, too late
 * for whoever reads statuses.
 */
@org.springframework.stereotype.Component
class AnswerStatus implements VaadinServiceInitListener {

    private final Reader reader;
    private final Habilitations habilitations;
    private final CompanyDoor door;
    private final Operators operators;
    private final FormerNames formerNames;
    private final Map<Class<?>, AddressedThings> things;

    AnswerStatus(
            Reader reader,
            Habilitations habilitations,
            CompanyDoor door,
            Operators operators,
            FormerNames formerNames,
            List<AddressedThings> things) {
        this.reader = reader;
        this.habilitations = habilitations;
        this.door = door;
        this.operators = operators;
        this.formerNames = formerNames;
        this.things =
                things.stream()
                        .collect(Collectors.toMap(AddressedThings::page, Function.identity()));
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::answer);
    }

    private void answer(IndexHtmlResponse page) {
        VaadinRequest request = page.getVaadinRequest();
        String asked = Optional.ofNullable(request.getPathInfo()).orElse("").replaceFirst("^/", "");
        String path = formerNames.now(asked).orElse(asked);
        HttpStatus status = status(request, path);
        if (status != HttpStatus.OK) {
            page.getVaadinResponse().setStatus(status.value());
        }
    }

    private HttpStatus status(VaadinRequest request, String path) {
        try {
            Optional<NavigationState> target =
                    request.getService().getRouter().resolveNavigationTarget(new Location(path));
            if (target.isEmpty()) {
                return HttpStatus.NOT_FOUND;
            }
            if (FailedPage.class.equals(target.get().getNavigationTarget())) {
                return HttpStatus.INTERNAL_SERVER_ERROR;
            }
            if (BusyPage.class.equals(target.get().getNavigationTarget())) {
                return HttpStatus.SERVICE_UNAVAILABLE;
            }
            reader.signedIn().ifPresent(person -> judge(person, path, target.get()));
            return HttpStatus.OK;
        } catch (NoSuchCompanyException | NotFoundException nowhere) {
            return HttpStatus.NOT_FOUND;
        } catch (RightMissingException | OtherWayNeededException missing) {
            return HttpStatus.FORBIDDEN;
        } catch (TenantUnavailableException closed) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        } catch (TransientDataAccessException busy) {
            Failures.logged(busy);
            return HttpStatus.SERVICE_UNAVAILABLE;
        } catch (RuntimeException unforeseen) {
            Failures.logged(unforeseen);
            return HttpStatus.INTERNAL_SERVER_ERROR;
        }
    }

    private void judge(UserAccountId person, String path, NavigationState target) {
        Class<? extends Component> view = target.getNavigationTarget();
        Needs needs = view.getAnnotation(Needs.class);
        if (view.isAnnotationPresent(ForOperators.class) && !operators.contains(person)) {
            throw new NotFoundException();
        }
        if (path.startsWith("c/")) {
            CompanyAddress place =
                    CompanyAddress.parse(path).orElseThrow(NoSuchCompanyException::new);
            if (needs == null) {
                habilitations.access(person, place.company());
            } else {
                habilitations.requireInCompany(person, place.company(), needs.value());
            }
            findThing(person, place, view, target);
        } else if (path.startsWith("f/") && needs != null) {
            habilitations.requireInFirm(person, firm(path), needs.value());
        } else if (MemberPage.class.isAssignableFrom(view)) {
            habilitations.requireMember(person, firm(path));
        }
    }

    /** Every page of a company is refused where the company itself does not open. */
    private void findThing(
            UserAccountId person, CompanyAddress place, Class<?> view, NavigationState target) {
        AddressedThings ids = things.get(view);
        boolean there =
                door.<Boolean, RuntimeException>enter(
                        person,
                        place.company(),
                        () ->
                                ids == null
                                        || ids.exists(AddressedId.of(target.getRouteParameters())));
        if (!there) {
            throw new NotFoundException();
        }
    }

    private static FirmShortName firm(String path) {
        return FirmShortName.tryParse(path.split("/", -1)[1])
                .orElseThrow(NoSuchCompanyException::new);
    }
}
