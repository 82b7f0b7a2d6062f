package fr.cloisonne.identity.federation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.federation.BreakGlassChanged.Step;
import fr.cloisonne.identity.federation.ProviderRefusedException.Reason;
import fr.cloisonne.identity.federation.RequiredProviders.Window;
import fr.cloisonne.identity.habilitation.BreakGlass;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * That a firm's members come in by a provider of the firm's own and by nothing else, but for the
 * administrators named for emergencies, while a window is armed for them. A firm cannot shut itself
 * out: a provider in service comes first, and two administrators who can do without it.
 */
@Service
public class ProviderRequirement {

    /** How long a window lasts unless said otherwise. */
    public static final Duration WINDOW = Duration.ofHours(24);

    /** How long one may last. */
    public static final Duration LONGEST = Duration.ofDays(30);

    private final RequiredProviders required;
    private final RequirementActs acts;
    private final StoredProviders stored;
    private final BreakGlass breakGlass;
    private final Habilitations habilitations;
    private final UserAccounts accounts;
    private final FreshProof proof;
    private final Clock clock;

    ProviderRequirement(
            RequiredProviders required,
            RequirementActs acts,
            StoredProviders stored,
            BreakGlass breakGlass,
            Habilitations habilitations,
            UserAccounts accounts,
            FreshProof proof,
            Clock clock) {
        this.required = required;
        this.acts = acts;
        this.stored = stored;
        this.breakGlass = breakGlass;
        this.habilitations = habilitations;
        this.accounts = accounts;
        this.proof = proof;
        this.clock = clock;
    }

    /**
     * How it stands.
     *
     * @param person who asks, with {@link Right#SEE_SIGN_IN}
     * @param firm the firm
     * @return the requirement
     */
    @PlatformTransaction(readOnly = true)
    public Requirement of(UserAccountId person, FirmShortName firm) {
        FirmId id = habilitations.requireInFirm(person, firm, Right.SEE_SIGN_IN).id();
        Optional<Window> window = required.of(id);
        List<UserAccountId> able = breakGlass.able(id);
        return new Requirement(
                window.isPresent(),
                inService(id),
                cards(breakGlass.candidates(id)),
                cards(breakGlass.named(id)).stream()
                        .map(one -> new Requirement.Named(one, able.contains(one.id())))
                        .toList(),
                window.filter(one -> one.lasts(clock.instant())).map(Window::until).orElse(null));
    }

    /**
     * Requires the firm's provider from now on, or names others for emergencies.
     *
     * @param by who does it, with {@link Right#MANAGE_SIGN_IN}
     * @param firm the firm
     * @param seen what the page showed when they were chosen
     * @param people who may come in by themselves in an emergency
     * @throws ProviderRefusedException if somebody changed it meanwhile, no provider is in service,
     *     or these are fewer than two, or not permanent administrators with two factors of their
     *     own
     */
    @PlatformTransaction
    public void require(
            UserAccountId by, FirmShortName firm, Requirement seen, Set<UserAccountId> people) {
        FirmId id = proven(by, firm);
        acts.lock(id, people);
        requireAsSeen(id, seen);
        if (!inService(id)) {
            throw new ProviderRefusedException(Reason.NOT_LIVE);
        }
        if (!breakGlass.candidates(id).containsAll(people)) {
            throw new ProviderRefusedException(Reason.NOT_ABLE);
        }
        if (people.size() < BreakGlass.LEAST) {
            throw new ProviderRefusedException(Reason.TOO_FEW);
        }
        breakGlass.name(id, people);
        if (required.of(id).isEmpty()) {
            required.insert(id);
            acts.changed(id, by, true);
        } else {
            acts.record(id, by, Step.NAMED);
        }
    }

    /** A page that is behind would take back what somebody has done since. */
    private void requireAsSeen(FirmId firm, Requirement seen) {
        Set<UserAccountId> named =
                cards(breakGlass.named(firm)).stream()
                        .map(PersonCard::id)
                        .collect(Collectors.toSet());
        boolean same = seen.on() == required.of(firm).isPresent() && seen.people().equals(named);
        if (!same) {
            throw new ProviderRefusedException(Reason.CHANGED_MEANWHILE);
        }
    }

    /**
     * Requires it no more: every way in counts again.
     *
     * @param by who does it, with {@link Right#MANAGE_SIGN_IN}
     * @param firm the firm
     */
    @PlatformTransaction
    public void lift(UserAccountId by, FirmShortName firm) {
        FirmId id = proven(by, firm);
        acts.lock(id, Set.of());
        window(id);
        required.delete(id);
        breakGlass.name(id, Set.of());
        acts.changed(id, by, false);
    }

    /**
     * Lets those who are named come in by themselves for a while, beginning now.
     *
     * @param by who does it, with {@link Right#MANAGE_SIGN_IN}
     * @param firm the firm
     * @param time for how long
     * @throws ProviderRefusedException if that is no time, or too long, or they can already
     */
    @PlatformTransaction
    public void arm(UserAccountId by, FirmShortName firm, Duration time) {
        FirmId id = proven(by, firm);
        if (!time.isPositive() || time.compareTo(LONGEST) > 0) {
            throw new ProviderRefusedException(Reason.WINDOW);
        }
        acts.lock(id, Set.of());
        if (window(id).lasts(clock.instant())) {
            throw new ProviderRefusedException(Reason.CHANGED_MEANWHILE);
        }
        acts.arm(id, by, time);
    }

    /**
     * Ends the window; whoever came in by it is out.
     *
     * @param by who does it, with {@link Right#MANAGE_SIGN_IN}
     * @param firm the firm
     */
    @PlatformTransaction
    public void disarm(UserAccountId by, FirmShortName firm) {
        FirmId id = proven(by, firm);
        acts.lock(id, Set.of());
        Instant now = clock.instant();
        if (window(id).lasts(now)) {
            required.arm(id, new Window(null, null));
            acts.record(id, by, Step.DISARMED);
        }
    }

    private Window window(FirmId firm) {
        return required.of(firm)
                .orElseThrow(() -> new ProviderRefusedException(Reason.NOT_REQUIRED));
    }

    private boolean inService(FirmId firm) {
        return stored.ofFirm(firm).stream().anyMatch(one -> one.live() && one.tried());
    }

    private FirmId proven(UserAccountId person, FirmShortName firm) {
        FirmId id = managed(person, firm);
        proof.require(person);
        return id;
    }

    private FirmId managed(UserAccountId person, FirmShortName firm) {
        return habilitations.requireInFirm(person, firm, Right.MANAGE_SIGN_IN).id();
    }

    private List<PersonCard> cards(List<UserAccountId> people) {
        return accounts.cards(people).values().stream()
                .sorted(Comparator.comparing(one -> one.name().display()))
                .toList();
    }
}
