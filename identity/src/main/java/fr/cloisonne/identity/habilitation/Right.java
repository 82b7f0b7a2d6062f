package fr.cloisonne.identity.habilitation;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What a person may do in a firm or in one client company: one level over one area. */
public enum Right {
    /** See deposits and their reports. */
    SEE_DEPOSITS(Area.DEPOSIT, Level.CONSULT),
    /** Deposit invoices. */
    DEPOSIT(Area.DEPOSIT, Level.MODIFY),
    /** See a company's invoices and history. */
    CONSULT(Area.FOLLOW_UP, Level.CONSULT),
    /** Act on what becomes of invoices. */
    FOLLOW_UP(Area.FOLLOW_UP, Level.MODIFY),
    /** See who a client company is. */
    SEE_COMPANIES(Area.COMPANY_SHEET, Level.CONSULT),
    /** Add client companies to the firm, and change them. */
    MANAGE_COMPANIES(Area.COMPANY_SHEET, Level.MODIFY),
    /** See the requests that wait. */
    SEE_REQUESTS(Area.APPROVALS, Level.CONSULT),
    /** Answer requests, within one's own rights. */
    APPROVE(Area.APPROVALS, Level.MODIFY),
    /** Read who may do what, and the firm's audit trail. */
    AUDIT(Area.HABILITATIONS, Level.CONSULT),
    /** Grant and revoke habilitations, within one's own rights. */
    DELEGATE(Area.HABILITATIONS, Level.MODIFY),
    /** See the connections of machines. */
    SEE_CONNECTIONS(Area.MACHINE_CONNECTIONS, Level.CONSULT),
    /** Open, change and close connections of machines. */
    MANAGE_CONNECTIONS(Area.MACHINE_CONNECTIONS, Level.MODIFY),
    /** See through which providers the firm's people sign in. */
    SEE_SIGN_IN(Area.SIGN_IN, Level.CONSULT),
    /** Say through which providers the firm's people sign in. */
    MANAGE_SIGN_IN(Area.SIGN_IN, Level.MODIFY);

    /**
     * What makes an administrator of whoever holds one of them: power over what others may do, over
     * how they come in, and over machines.
     */
    static final Set<Right> POWERS = Set.of(DELEGATE, MANAGE_SIGN_IN, APPROVE, MANAGE_CONNECTIONS);

    private final Area area;
    private final Level level;

    Right(Area area, Level level) {
        this.area = area;
        this.level = level;
    }

    /**
     * Over what.
     *
     * @return the area
     */
    public Area area() {
        return area;
    }

    /**
     * How far.
     *
     * @return the level
     */
    public Level level() {
        return level;
    }

    /**
     * The right of a level over an area.
     *
     * @param area over what
     * @param level how far
     * @return the right
     */
    public static Right of(Area area, Level level) {
        return Arrays.stream(values())
                .filter(right -> right.area == area && right.level == level)
                .findFirst()
                .orElseThrow();
    }

    /**
     * With each right to modify, the right to consult the same area.
     *
     * @param rights any
     * @return these and those
     */
    public static Set<Right> withConsultation(Collection<Right> rights) {
        Set<Right> all = EnumSet.noneOf(Right.class);
        for (Right right : rights) {
            all.add(right);
            all.add(of(right.area, Level.CONSULT));
        }
        return all;
    }
}
