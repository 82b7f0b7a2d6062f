package fr.cloisonne.identity.habilitation;

import fr.cloisonne.tenancy.value.FirmShortName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The session does not speak for what this is about. Where a firm's provider opened it, one of the
 * other firm's own ways in is needed, or a proof here, and whether there is such a firm is not
 * said. Where the person's own firm requires its provider, nothing else will do.
 */
public class OtherWayNeededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable FirmShortName firm;
    private final boolean onlyByProvider;

    /**
     * About a firm, or about the person's own account.
     *
     * @param firm the firm, as the address names it
     */
    public OtherWayNeededException(@Nullable FirmShortName firm) {
        this(firm, false);
    }

    private OtherWayNeededException(@Nullable FirmShortName firm, boolean onlyByProvider) {
        super("The session does not speak for " + (firm == null ? "the account" : firm));
        this.firm = firm;
        this.onlyByProvider = onlyByProvider;
    }

    /**
     * A firm of the person's that requires its provider.
     *
     * @param firm the firm
     * @return to be thrown
     */
    public static OtherWayNeededException onlyByProviderOf(FirmShortName firm) {
        return new OtherWayNeededException(firm, true);
    }

    /**
     * Whether the firm's provider alone will do.
     *
     * @return true if a proof here does not count
     */
    public boolean onlyByProvider() {
        return onlyByProvider;
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
