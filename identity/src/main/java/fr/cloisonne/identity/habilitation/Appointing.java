package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.SubstituteRows.Line;
import fr.cloisonne.tenancy.value.FirmId;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Makes an administrator of a firm on the word of the service's operators, who have judged the
 * proof and let the notice run; callers write to the audit trail who they were.
 */
@Component
public class Appointing {

    private final Administrators administrators;
    private final SubstituteRows substitutes;
    private final SubstitutionDays days;
    private final Granting granting;
    private final Clock clock;

    Appointing(
            Administrators administrators,
            SubstituteRows substitutes,
            SubstitutionDays days,
            Granting granting,
            Clock clock) {
        this.administrators = administrators;
        this.substitutes = substitutes;
        this.days = days;
        this.granting = granting;
        this.clock = clock;
    }

    /**
     * Waits for any other change of a firm's administrators.
     *
     * @param firm the firm
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public void hold(FirmId firm) {
        administrators.lock(firm);
    }

    /**
     * Whether a person administers a firm for good, be it one who lacks a factor for now.
     *
     * @param firm the firm
     * @param person who
     * @return at this moment
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public boolean isAdministrator(FirmId firm, UserAccountId person) {
        return administrators.contains(firm, person);
    }

    /**
     * Whether somebody administers a firm provisionally.
     *
     * @param firm the firm
     * @return at this moment
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public boolean hasProvisional(FirmId firm) {
        return substitutes.of(firm).filter(Line::begun).isPresent();
    }

    /**
     * Makes a member of the firm one of its permanent administrators; whoever administers it
     * provisionally does so no more.
     *
     * @param firm the firm
     * @param person the member
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public void lastingly(FirmId firm, UserAccountId person) {
        substitutes.of(firm).filter(Line::begun).ifPresent(days::over);
        granting.appointed(person, firm);
    }

    /**
     * Lets a member of the firm administer it provisionally from now on, in the place of a
     * substitute that the firm may have named.
     *
     * @param firm the firm
     * @param person the member
     * @param by the operator who proposed them
     * @param reason what has happened
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public void provisionally(FirmId firm, UserAccountId person, UserAccountId by, String reason) {
        substitutes.of(firm).ifPresent(days::over);
        UUID id = Uuid7.next();
        substitutes.insert(id, firm, person, by, null, clock.instant());
        substitutes.accept(id, clock.instant());
        substitutes.claim(id, clock.instant(), reason);
        substitutes.of(firm).ifPresent(days::begin);
    }
}
