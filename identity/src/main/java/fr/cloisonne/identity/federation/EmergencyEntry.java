package fr.cloisonne.identity.federation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.federation.BreakGlassChanged.Step;
import fr.cloisonne.identity.federation.RequiredProviders.Window;
import fr.cloisonne.identity.habilitation.BreakGlass;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.signin.Factor;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.identity.signin.SignInWay;
import fr.cloisonne.identity.signin.SignedInSession;
import fr.cloisonne.identity.signin.SignedInSessions;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Where an administrator named for emergencies comes into a firm whose provider does not answer: by
 * their own password or passkey and two factors, in this session and until the window ends. Where
 * none is armed they arm one of the usual length; all administrators are told either way.
 */
@Service
public class EmergencyEntry {

    private static final Set<Factor> STRONG = Set.of(Factor.TOTP, Factor.PASSKEY);

    private final RequiredProviders required;
    private final RequirementActs acts;
    private final BreakGlass breakGlass;
    private final Firms firms;
    private final FreshProof proof;
    private final SignedInSessions sessions;
    private final Clock clock;

    EmergencyEntry(
            RequiredProviders required,
            RequirementActs acts,
            BreakGlass breakGlass,
            Firms firms,
            FreshProof proof,
            SignedInSessions sessions,
            Clock clock) {
        this.required = required;
        this.acts = acts;
        this.breakGlass = breakGlass;
        this.firms = firms;
        this.proof = proof;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Whether this way is open to a person here.
     *
     * @param person who
     * @param firm the firm, as an address names it
     * @return true if they are named, are able, and signed in by themselves
     */
    @PlatformTransaction(readOnly = true)
    public boolean offered(UserAccountId person, FirmShortName firm) {
        return local(person).isPresent() && requiring(person, firm).isPresent();
    }

    /**
     * Comes in.
     *
     * @param person who, having lately shown who they are, by two factors of their own
     * @param firm the firm, as an address names it
     * @throws NoSuchCompanyException if it does not count on them
     * @throws ProofNeededException if they have not shown it lately, or by one factor alone
     */
    @PlatformTransaction
    public void enter(UserAccountId person, FirmShortName firm) {
        proof.require(person);
        SignedInSession session = local(person).orElseThrow(NoSuchCompanyException::new);
        if (session.factors().stream().noneMatch(STRONG::contains)) {
            throw new ProofNeededException();
        }
        FirmId id = requiring(person, firm).orElseThrow(NoSuchCompanyException::new);
        acts.lock(id, Set.of(person));
        // What was so before the lock may not be so any more.
        FirmId still = requiring(person, firm).orElseThrow(NoSuchCompanyException::new);
        Window window =
                required.of(still)
                        .filter(one -> one.lasts(clock.instant()))
                        .orElseGet(() -> acts.arm(still, person, ProviderRequirement.WINDOW));
        if (required.enter(session.id(), window)) {
            acts.record(still, person, Step.USED);
        }
    }

    private Optional<FirmId> requiring(UserAccountId person, FirmShortName firm) {
        return firms.byShortName(firm)
                .map(FirmCard::id)
                .filter(id -> required.of(id).isPresent())
                .filter(id -> breakGlass.able(id).contains(person));
    }

    /** A provider's word, whosever it is, breaks no glass. */
    private Optional<SignedInSession> local(UserAccountId person) {
        return sessions.current()
                .filter(session -> session.person().equals(person))
                .filter(session -> !(session.way() instanceof SignInWay.Provider));
    }
}
