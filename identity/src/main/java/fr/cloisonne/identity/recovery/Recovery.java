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
 * @param firm in which it was attested; null where two operators did
 * @param attestedBy who attested who the person is
 * @param confirmedBy the second operator, where there must be one and has been
 * @param opens when it may be used, once the mailbox is proven
 */
public record Recovery(
        RecoveryId id,
        UserAccountId person,
        @Nullable FirmId firm,
        UserAccountId attestedBy,
        @Nullable UserAccountId confirmedBy,
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
