package fr.cloisonne.identity.signin;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Checks a typed code: six digits of the authenticator, or a recovery code.
 *
 * <p>Six digits can be guessed, so wrong ones slow down further ones wherever they come from. Only
 * somebody who has proven the first factor gets here, and a recovery code, which cannot be guessed,
 * is slowed down at its own address alone: nobody shuts the person out.
 */
@Component
class CodeCheck {

    private static final String ANYWHERE = "";

    private final Authenticators authenticators;
    private final RecoveryCodes codes;
    private final SignInThrottle throttle;
    private final Outbox outbox;

    CodeCheck(
            Authenticators authenticators,
            RecoveryCodes codes,
            SignInThrottle throttle,
            Outbox outbox) {
        this.authenticators = authenticators;
        this.codes = codes;
        this.throttle = throttle;
        this.outbox = outbox;
    }

    /**
     * Which factor the code proves, if any.
     *
     * @throws SlowDownException after too many wrong ones
     */
    @PlatformTransaction
    public Optional<Factor> check(UserAccountId person, String typed, String address) {
        String code = typed.replaceAll("\\s", "");
        boolean digits = code.matches("\\d{6}");
        String account = (digits ? "totp " : "recovery ") + person;
        String place = digits ? ANYWHERE : address;
        if (!throttle.begin(account, place)) {
            throw new SlowDownException();
        }
        Optional<Factor> proven = digits ? authenticator(person, code) : recovery(person, code);
        if (proven.isPresent()) {
            throttle.passed(account, place);
        }
        return proven;
    }

    private Optional<Factor> authenticator(UserAccountId person, String code) {
        return authenticators.use(person, code) ? Optional.of(Factor.TOTP) : Optional.empty();
    }

    private Optional<Factor> recovery(UserAccountId person, String code) {
        if (!codes.use(person, code)) {
            return Optional.empty();
        }
        outbox.record(new RecoveryCodeUsed(person));
        return Optional.of(Factor.RECOVERY_CODE);
    }
}
