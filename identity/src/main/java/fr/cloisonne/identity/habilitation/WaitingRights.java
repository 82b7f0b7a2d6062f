package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Rights that are promised to somebody who is not there yet, or asked for and not given yet. What
 * is promised is judged twice: by whoever promises, who proves who they are, and again when it is
 * given, since they may hold less by then.
 */
@Component
public class WaitingRights {

    private final GivingRules rules;
    private final Profiles profiles;
    private final Granting granting;
    private final Delegation delegation;
    private final FreshProof proof;

    WaitingRights(
            GivingRules rules,
            Profiles profiles,
            Granting granting,
            Delegation delegation,
            FreshProof proof) {
        this.rules = rules;
        this.profiles = profiles;
        this.granting = granting;
        this.delegation = delegation;
        this.proof = proof;
    }

    /**
     * Makes sure that all this may be promised.
     *
     * @param by who promises; needs an own {@link Right#DELEGATE} in each place
     * @param firm the firm
     * @param parts what and where
     * @throws DelegationRefusedException if a rule forbids it
     */
    @PlatformTransaction
    public void promise(UserAccountId by, FirmId firm, Collection<PromisedRight> parts) {
        proof.require(by);
        rules.requirePlaces(firm, scopes(parts));
        Map<Profile, ProfileSheet> sheets = sheets(firm, parts);
        OwnRights own = rules.own(by, firm);
        for (PromisedRight part : parts) {
            GivingRules.requireGiver(own, part.scope(), Right.DELEGATE, rights(sheets, part));
        }
    }

    /**
     * Makes sure that places and profile are of the firm, for one who asks for them.
     *
     * @param firm the firm
     * @param part what and where
     * @throws DelegationRefusedException if they are not
     */
    @PlatformTransaction
    public void requireKnown(FirmId firm, PromisedRight part) {
        rules.requirePlaces(firm, List.of(part.scope()));
        sheets(firm, List.of(part));
    }

    /**
     * Whether a place is of its firm.
     *
     * @param scope the place
     * @return false once it has left the firm
     */
    @PlatformTransaction
    public boolean isOfFirm(Scope scope) {
        try {
            rules.requirePlaces(scope.firm(), List.of(scope));
            return true;
        } catch (DelegationRefusedException elsewhere) {
            return false;
        }
    }

    /**
     * Gives what was promised, as far as whoever promised it still may.
     *
     * @param by who promised
     * @param to who came
     * @param parts what and where
     * @return what was not given any more
     */
    @PlatformTransaction
    public List<PromisedRight> give(
            UserAccountId by, UserAccountId to, FirmId firm, Collection<PromisedRight> parts) {
        List<PromisedRight> lost = new ArrayList<>();
        for (PromisedRight part : parts) {
            try {
                granting.promised(by, to, part.scope(), part.profile(), Right.DELEGATE);
            } catch (DelegationRefusedException refused) {
                if (refused.reason() != Reason.ALREADY_THERE) {
                    lost.add(part);
                }
            }
        }
        return lost;
    }

    /**
     * Lends what was promised for some days; nothing, if whoever promised it may not any more.
     *
     * @param by who promised
     * @param to who came
     * @param loan what, where and until when
     * @return whether it was lent
     */
    @PlatformTransaction
    public boolean lend(UserAccountId by, UserAccountId to, Loan loan) {
        try {
            delegation.promised(by, to, loan);
            return true;
        } catch (DelegationRefusedException refused) {
            return false;
        }
    }

    /**
     * Gives what somebody asked for, by the right to answer requests.
     *
     * @param by who answers, holding all of it and {@link Right#APPROVE} there
     * @param to who asked
     * @param part what and where
     * @throws DelegationRefusedException if a rule forbids it
     */
    @PlatformTransaction
    public void answer(UserAccountId by, UserAccountId to, PromisedRight part) {
        proof.require(by);
        granting.promised(by, to, part.scope(), part.profile(), Right.APPROVE);
    }

    private Map<Profile, ProfileSheet> sheets(FirmId firm, Collection<PromisedRight> parts) {
        return profiles.held(
                firm, parts.stream().map(PromisedRight::profile).collect(Collectors.toSet()));
    }

    private static Set<Right> rights(Map<Profile, ProfileSheet> sheets, PromisedRight part) {
        ProfileSheet sheet = sheets.get(part.profile());
        return sheet == null ? Set.of(Right.values()) : sheet.rights();
    }

    private static Set<Scope> scopes(Collection<PromisedRight> parts) {
        return parts.stream().map(PromisedRight::scope).collect(Collectors.toSet());
    }
}
