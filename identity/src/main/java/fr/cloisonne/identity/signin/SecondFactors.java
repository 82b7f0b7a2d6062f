package fr.cloisonne.identity.signin;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditTrail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/** The second factors of accounts: seen, added and removed by their person, who proves it first. */
@Component
public class SecondFactors {

    private static final int NAME = 100;

    private final Authenticators authenticators;
    private final Passkeys passkeys;
    private final PasskeyStore keys;
    private final RecoveryCodes codes;
    private final UserAccounts accounts;
    private final FactorDemands demands;
    private final FreshProof proof;
    private final AuditTrail audit;
    private final Outbox outbox;

    SecondFactors(
            Authenticators authenticators,
            Passkeys passkeys,
            PasskeyStore keys,
            RecoveryCodes codes,
            UserAccounts accounts,
            FactorDemands demands,
            FreshProof proof,
            AuditTrail audit,
            Outbox outbox) {
        this.authenticators = authenticators;
        this.passkeys = passkeys;
        this.keys = keys;
        this.codes = codes;
        this.accounts = accounts;
        this.demands = demands;
        this.proof = proof;
        this.audit = audit;
        this.outbox = outbox;
    }

    /**
     * What there is.
     *
     * @param person whose
     * @return the factors of the account
     */
    public AccountFactors of(UserAccountId person) {
        return new AccountFactors(
                authenticators.of(person).orElse(null), keys.of(person), codes.left(person));
    }

    /**
     * Prepares an authenticator application; nothing is kept yet.
     *
     * @param person whose
     * @return what to show
     * @throws ProofNeededException if the person has not proven themselves lately
     */
    public NewAuthenticator prepare(UserAccountId person) {
        proof.require(person);
        return new NewAuthenticator(Totp.random(), accounts.card(person).email());
    }

    /**
     * Adds the authenticator whose code shows that it works.
     *
     * @param person whose
     * @param prepared as shown
     * @param code as the application says it
     * @return recovery codes to show once, if there were none; or nothing if the code is wrong
     * @throws ProofNeededException if the person has not proven themselves lately
     */
    @PlatformTransaction
    public Optional<List<String>> add(
            UserAccountId person, NewAuthenticator prepared, String code) {
        proof.require(person);
        if (!authenticators.add(person, prepared.totp(), code.replaceAll("\\s", ""))) {
            return Optional.empty();
        }
        return Optional.of(added(person, Factor.TOTP));
    }

    /**
     * Prepares a passkey; nothing is kept yet.
     *
     * @param person whose
     * @return what to give to the browser
     * @throws ProofNeededException if the person has not proven themselves lately
     */
    public NewPasskey preparePasskey(UserAccountId person) {
        proof.require(person);
        return passkeys.prepare(person);
    }

    /**
     * Adds the passkey that the person's authenticator has made.
     *
     * @param person whose
     * @param prepared as given to the browser
     * @param answer of the browser
     * @param name by which the person will know it
     * @return recovery codes to show once, if there were none; or nothing if it is no good
     * @throws ProofNeededException if the person has not proven themselves lately
     */
    @PlatformTransaction
    public Optional<List<String>> addPasskey(
            UserAccountId person, NewPasskey prepared, String answer, String name) {
        proof.require(person);
        String kept = name.strip().substring(0, Math.min(NAME, name.strip().length()));
        return passkeys.make(prepared, answer, kept)
                ? Optional.of(added(person, Factor.PASSKEY))
                : Optional.empty();
    }

    private List<String> added(UserAccountId person, Factor factor) {
        demands.gained(person);
        record(person, "factor.added", Map.of("factor", factor.name()));
        outbox.record(new SecondFactorAdded(person, factor));
        return codes.left(person) == 0 ? codes.renew(person) : List.of();
    }

    /**
     * Removes the authenticator application.
     *
     * @param person whose
     * @throws ProofNeededException if the person has not proven themselves lately
     * @throws FactorNeededException if a firm of theirs asks for more than remains
     */
    @PlatformTransaction
    public void removeAuthenticator(UserAccountId person) {
        proof.require(person);
        if (authenticators.remove(person)) {
            removed(person, Factor.TOTP);
        }
    }

    /**
     * Removes a passkey.
     *
     * @param person whose
     * @param id which
     * @throws ProofNeededException if the person has not proven themselves lately
     * @throws FactorNeededException if a firm of theirs asks for more than remains
     */
    @PlatformTransaction
    public void removePasskey(UserAccountId person, String id) {
        proof.require(person);
        if (keys.remove(person, id)) {
            removed(person, Factor.PASSKEY);
        }
    }

    /**
     * Takes away every second factor of an account whose person has lost them all.
     *
     * @param person whose
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public void forgetAll(UserAccountId person) {
        // A firm may be about to count on one of them.
        accounts.lock(person);
        authenticators.remove(person);
        keys.of(person).forEach(key -> keys.remove(person, key.id()));
        codes.forget(person);
        demands.lost(person);
    }

    private void removed(UserAccountId person, Factor factor) {
        // A firm may be about to count on it.
        accounts.lock(person);
        if (demands.lacks(person)) {
            throw new FactorNeededException();
        }
        if (!of(person).any()) {
            codes.forget(person);
        }
        record(person, "factor.removed", Map.of("factor", factor.name()));
        outbox.record(new SecondFactorRemoved(person, factor));
    }

    /**
     * Makes ten new recovery codes in place of the old.
     *
     * @param person whose
     * @return to show once
     * @throws ProofNeededException if the person has not proven themselves lately
     */
    @PlatformTransaction
    public List<String> renewRecoveryCodes(UserAccountId person) {
        proof.require(person);
        record(person, "recovery.renewed", Map.of());
        outbox.record(new RecoveryCodesRenewed(person));
        return codes.renew(person);
    }

    private void record(UserAccountId person, String act, Map<String, String> details) {
        audit.recordOfAccount(person, act, details, details);
    }
}
