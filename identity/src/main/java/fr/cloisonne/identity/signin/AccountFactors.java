package fr.cloisonne.identity.signin;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what an account is guarded beside its password.
 *
 * @param authenticator its authenticator application, if it has one
 * @param passkeys its passkeys, the oldest first
 * @param recoveryCodes how many recovery codes are left
 */
public record AccountFactors(
        @Nullable FactorUse authenticator, List<PasskeyCard> passkeys, int recoveryCodes)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * Whether a second factor is asked at sign-in.
     *
     * @return true if there is one
     */
    public boolean any() {
        return authenticator != null || !passkeys.isEmpty();
    }
}
