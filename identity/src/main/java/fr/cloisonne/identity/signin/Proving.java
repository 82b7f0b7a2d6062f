package fr.cloisonne.identity.signin;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditTrail;
import java.time.Clock;
import java.util.Map;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Where a person who is signed in shows again who they are. */
@Component
public class Proving {

    private final UserAccounts accounts;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;
    private final FreshProof proof;
    private final AuditTrail audit;
    private final Clock clock;

    Proving(
            UserAccounts accounts,
            PasswordEncoder passwords,
            SignInThrottle throttle,
            FreshProof proof,
            AuditTrail audit,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.proof = proof;
        this.audit = audit;
        this.clock = clock;
    }

    /** How showing it went. */
    public enum Outcome {
        /** It is they. */
        PROVEN,
        /** It is not right. */
        WRONG,
        /** Too many wrong ones: a little later. */
        SLOW_DOWN
    }

    /**
     * Shows it by the account's password, for this session.
     *
     * @param person who is signed in
     * @param password as typed
     * @param address from where
     * @return how it went
     */
    public Outcome byPassword(UserAccountId person, String password, String address) {
        Outcome outcome = check(person, password, address);
        if (outcome == Outcome.PROVEN) {
            proof.given(person, clock.instant());
        }
        if (outcome != Outcome.SLOW_DOWN) {
            audit.recordInService(
                    person,
                    outcome == Outcome.PROVEN ? "proof.given" : "proof.refused",
                    Map.of("way", "password"));
        }
        return outcome;
    }

    /**
     * Does work beside any session, such as a first set-up, for the person whose password is given.
     *
     * @param person in whose name
     * @param password theirs
     * @param work what is done
     * @throws ProofNeededException if it is not their password
     */
    public void during(UserAccountId person, String password, Runnable work) {
        if (!isTheirs(person, password)) {
            throw new ProofNeededException();
        }
        proof.on(person, work);
    }

    private Outcome check(UserAccountId person, String password, String address) {
        String account = person.toString();
        if (throttle.mustWait(account, address)) {
            return Outcome.SLOW_DOWN;
        }
        if (isTheirs(person, password)) {
            throttle.succeeded(account, address);
            return Outcome.PROVEN;
        }
        throttle.failed(account, address);
        return Outcome.WRONG;
    }

    private boolean isTheirs(UserAccountId person, String password) {
        return accounts.passwordHash(person)
                .filter(hash -> passwords.matches(password, hash))
                .isPresent();
    }
}
