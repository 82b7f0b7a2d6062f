package fr.cloisonne.identity.habilitation;

import fr.cloisonne.tenancy.value.FirmShortName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The session was opened by a firm's provider, and this is about another firm: one of that firm's
 * own ways in is needed, or a proof here. Whether there is such a firm is not said.
 */
public class OtherWayNeededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable FirmShortName firm;

    /**
     * About a firm, or about the person's own account.
     *
     * @param firm the firm, as the address names it
     */
    public OtherWayNeededException(@Nullable FirmShortName firm) {
        super("The session does not speak for " + (firm == null ? "the account" : firm));
        this.firm = firm;
    }

    /**
     * What it is about.
     *
     * @return the firm, as the address names it; nothing where it is the person's own account
     */
    public Optional<FirmShortName> firm() {
        return Optional.ofNullable(firm);
    }
}
