package fr.cloisonne.identity.recovery;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One way back in, as far as it has come.
 *
 * @param id which
 * @param person whose account
 * @param firm in which it was attested
 * @param attestedBy who attested who the person is
 * @param opens when it may be used, once the mailbox is proven
 */
public record Recovery(
        RecoveryId id,
        UserAccountId person,
        FirmId firm,
        UserAccountId attestedBy,
        @Nullable Instant opens)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * When it may be used.
     *
     * @return once the mailbox is proven
     * @throws IllegalStateException before that
     */
    public Instant opensAt() {
        if (opens == null) {
            throw new IllegalStateException("The mailbox is not proven yet");
        }
        return opens;
    }
}
