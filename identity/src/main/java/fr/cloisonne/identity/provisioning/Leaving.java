package fr.cloisonne.identity.provisioning;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Administrators;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.EndOfRights;
import fr.cloisonne.identity.habilitation.Membership;
import fr.cloisonne.identity.signin.SessionEnd;
import fr.cloisonne.identity.signin.SessionEnding;
import fr.cloisonne.tenancy.value.FirmId;
import org.springframework.stereotype.Component;

/**
 * A colleague who works for the firm no more, as its directory says: they lose at once what they
 * had lent and borrowed there, and their sessions, unless another place knows them too. Rights and
 * tokens are read at each use, so that what they keep elsewhere opens nothing here.
 */
@Component
class Leaving {

    private final Administrators administrators;
    private final Membership membership;
    private final EndOfRights end;
    private final SessionEnding sessions;

    Leaving(
            Administrators administrators,
            Membership membership,
            EndOfRights end,
            SessionEnding sessions) {
        this.administrators = administrators;
        this.membership = membership;
        this.end = end;
        this.sessions = sessions;
    }

    /** For as long as the directory says so; what they hold themselves comes back with them. */
    void forAWhile(FirmId firm, UserAccountId person) {
        requireAnother(firm, person);
        membership.suspendByDirectory(firm, person);
        end.ofDelegations(null, firm, person);
        out(firm, person);
    }

    void forGood(FirmId firm, UserAccountId person) {
        requireAnother(firm, person);
        membership.end(firm, person);
        end.ofAll(null, firm, person);
        out(firm, person);
    }

    private void requireAnother(FirmId firm, UserAccountId leaving) {
        try {
            administrators.requireAnother(firm, leaving);
        } catch (DelegationRefusedException kept) {
            throw ProvisioningRefusedException.kept(kept, "active");
        }
    }

    private void out(FirmId firm, UserAccountId person) {
        if (!membership.elsewhere(firm, person)) {
            sessions.endAll(person, SessionEnd.SUSPENDED);
        }
    }
}
