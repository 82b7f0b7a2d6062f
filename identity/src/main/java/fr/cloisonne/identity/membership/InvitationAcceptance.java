package fr.cloisonne.identity.membership;

import fr.cloisonne.identity.JoinedBy;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.Loan;
import fr.cloisonne.identity.habilitation.PromisedRight;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.habilitation.WaitingRights;
import fr.cloisonne.identity.membership.InvitationRows.Invited;
import fr.cloisonne.tenancy.value.TenantId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What an accepted invitation gives: a place in the firm and the rights that waited. */
@Component
class InvitationAcceptance {

    private final InvitationRows rows;
    private final WaitingRights waiting;
    private final UserAccounts accounts;
    private final AuditTrail audit;
    private final Clock clock;

    InvitationAcceptance(
            InvitationRows rows,
            WaitingRights waiting,
            UserAccounts accounts,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.waiting = waiting;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Gives it all to the person, and returns what could not be given any more. */
    List<PromisedRight> give(UserAccountId person, InvitationId id, Invited invited) {
        rows.used(id, person, clock.instant());
        List<PromisedRight> lost =
                joined(person, invited) ? rights(person, invited) : invited.rights();
        audit.recordInFirm(
                invited.firm(), person, "invitation.accepted", Map.of("invitation", id.toString()));
        return lost;
    }

    /** Whether they came in; nobody is the staff of a company that has left the firm meanwhile. */
    private boolean joined(UserAccountId person, Invited invited) {
        TenantId company = invited.staffOf();
        if (company == null) {
            accounts.join(person, invited.firm(), JoinedBy.INVITATION);
            return true;
        }
        boolean there = waiting.isOfFirm(new Scope.OneCompany(invited.firm(), company));
        if (there) {
            rows.joinStaff(company, person, invited.firm());
        }
        return there;
    }

    private List<PromisedRight> rights(UserAccountId person, Invited invited) {
        LocalDate first = invited.first();
        LocalDate last = invited.last();
        if (first == null || last == null || invited.rights().isEmpty()) {
            return waiting.give(invited.by(), person, invited.firm(), invited.rights());
        }
        LocalDate today = LocalDate.now(clock);
        Loan loan =
                new Loan(
                        invited.rights().stream()
                                .map(PromisedRight::scope)
                                .collect(Collectors.toSet()),
                        invited.rights().stream()
                                .map(PromisedRight::profile)
                                .collect(Collectors.toSet()),
                        first.isBefore(today) ? today : first,
                        last,
                        "");
        return waiting.lend(invited.by(), person, loan) ? List.of() : invited.rights();
    }
}
