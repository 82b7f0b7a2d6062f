package fr.cloisonne.ui.shell;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.Taken;
import fr.cloisonne.identity.habilitation.Access;
import fr.cloisonne.identity.habilitation.CompanyDoor;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.CompanyPath;
import java.util.Map;

/**
 * One person on one page of one client company. It remembers who and where, never a right: each act
 * passes the door anew, from whichever thread.
 */
public final class Visit {

    private final CompanyDoor door;
    private final UserAccountId person;
    private final Access access;

    Visit(CompanyDoor door, UserAccountId person, Access access) {
        this.door = door;
        this.person = person;
        this.access = access;
    }

    /** Does this work inside the company, if the person still may enter it. */
    public <T, X extends Throwable> T inside(ScopedValue.CallableOp<? extends T, X> work) throws X {
        return door.enter(person, path(), work);
    }

    /** Who visits. */
    public UserAccountId person() {
        return person;
    }

    /** The company. */
    public ClientCompanyCard company() {
        return access.company();
    }

    /** The company's address. */
    public CompanyPath path() {
        return access.company().path();
    }

    /** Whether the person had this right when the page was opened: what to show, not what to do. */
    public boolean allows(Right right) {
        return access.allows(right);
    }

    /** A file of this company that the person takes away. */
    public Taken taken(String what, Map<String, String> details) {
        return new Taken.OfCompany(person, path(), Right.CONSULT, what, details);
    }

    /** Refuses the page where the company itself does not open now. */
    void open() {
        inside(() -> person);
    }

    /** The address of a page of this company. */
    public String to(String page) {
        return CompanyAddress.to(path(), page);
    }
}
