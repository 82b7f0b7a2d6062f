package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.CurrentTenant;
import fr.cloisonne.tenancy.value.CompanyPath;
import org.springframework.stereotype.Component;

/**
 * The one way by which a person enters a client company: the address and the person's rights are
 * checked now, then both are bound for the length of the work. Pages, background work and downloads
 * all come through here, each time anew.
 */
@Component
public class CompanyDoor {

    private final Habilitations habilitations;
    private final CompanyUse use;
    private final SeeingRows seeing;
    private final CurrentTenant tenant;

    CompanyDoor(
            Habilitations habilitations, CompanyUse use, SeeingRows seeing, CurrentTenant tenant) {
        this.habilitations = habilitations;
        this.use = use;
        this.seeing = seeing;
        this.tenant = tenant;
    }

    /**
     * Enters the company and does the work.
     *
     * @param person who enters
     * @param path the company's address
     * @param work what is done there
     * @param <T> what the work gives back
     * @param <X> what the work may throw
     * @return what the work gave back
     * @throws X what the work threw
     * @throws NoSuchCompanyException if there is no such company for this person
     */
    public <T, X extends Throwable> T enter(
            UserAccountId person, CompanyPath path, ScopedValue.CallableOp<? extends T, X> work)
            throws X {
        Access access = habilitations.access(person, path);
        use.entered(person, access.company().tenant());
        Acting acting = new Acting(person, access.company().firm(), access.onBehalfOf());
        return bound(person, acting)
                .call(() -> tenant.<T, X>callAs(access.company().tenant(), work));
    }

    private ScopedValue.Carrier bound(UserAccountId person, Acting acting) {
        ScopedValue.Carrier bound = ScopedValue.where(CurrentPerson.BOUND, acting);
        return seeing.of(person).map(seen -> bound.where(CurrentPerson.SEEING, seen)).orElse(bound);
    }
}
