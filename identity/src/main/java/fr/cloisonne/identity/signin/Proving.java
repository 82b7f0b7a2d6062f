package fr.cloisonne.identity.signin;

import fr.cloisonne.identity.PasswordHashes;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import java.util.Map;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Where a person who is signed in shows again who they are. */
@Component
public class Proving {

    private final PasswordHashes hashes;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;
    private final CodeCheck codes;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final FreshProof proof;
    private final AuditTrail audit;

    Proving(
            PasswordHashes hashes,
            PasswordEncoder passwords,
            SignInThrottle throttle,
            CodeCheck codes,
            SecondFactors factors,
            Passkeys passkeys,
            FreshProof proof,
            AuditTrail audit) {
        this.hashes = hashes;
        this.passwords = passwords;
        this.throttle = throttle;
        this.codes = codes;
        this.factors = factors;
        this.passkeys = passkeys;
        this.proof = proof;
        this.audit = audit;
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
     * By what the person can show it, beside their password.
     *
     * @param person who is signed in
     * @return the factors of the account
     */
    public AccountFactors factors(UserAccountId person) {
        return factors.of(person);
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
        return kept(person, Factor.PASSWORD, check(person, password, address));
    }

    /**
     * Shows it by a code of the authenticator or a recovery code, for this session.
     *
     * @param person who is signed in
     * @param code as typed
     * @param address from where
     * @return how it went
     */
    public Outcome byCode(UserAccountId person, String code, String address) {
        try {
            return codes.check(person, code, address)
                    .map(factor -> kept(person, factor, Outcome.PROVEN))
                    .orElseGet(() -> kept(person, Factor.TOTP, Outcome.WRONG));
        } catch (SlowDownException slow) {
            return Outcome.SLOW_DOWN;
        }
    }

    /**
     * Asks for one of the person's passkeys.
     *
     * @param person who is signed in
     * @return the question
     */
    public PasskeyQuestion askPasskey(UserAccountId person) {
        return passkeys.ask(person);
    }

    /**
     * Shows it by a passkey, for this session.
     *
     * @param person who is signed in
     * @param asked the question
     * @param answer of the browser
     * @return how it went
     */
    public Outcome byPasskey(UserAccountId person, PasskeyQuestion asked, String answer) {
        boolean theirs = passkeys.answered(asked, answer).filter(person::equals).isPresent();
        return kept(person, Factor.PASSKEY, theirs ? Outcome.PROVEN : Outcome.WRONG);
    }

    private Outcome kept(UserAccountId person, Factor factor, Outcome outcome) {
        if (outcome == Outcome.PROVEN) {
            proof.given(person, factor);
        }
        if (outcome != Outcome.SLOW_DOWN) {
            audit.recordInService(
                    person,
                    outcome == Outcome.PROVEN ? "proof.given" : "proof.refused",
                    Map.of("factor", factor.name()));
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
        if (!throttle.begin(account, address)) {
            return Outcome.SLOW_DOWN;
        }
        try {
            if (isTheirs(person, password)) {
                throttle.passed(account, address);
                return Outcome.PROVEN;
            }
            return Outcome.WRONG;
        } catch (SlowDownException flood) {
            return Outcome.SLOW_DOWN;
        }
    }

    private boolean isTheirs(UserAccountId person, String password) {
        return hashes.of(person).filter(hash -> passwords.matches(password, hash)).isPresent();
    }
}
