package fr.cloisonne.identity.federation;

import java.io.Serializable;
import java.time.Instant;

/**
 * An identity elsewhere that opens an account.
 *
 * @param issuer the provider
 * @param sub the person there; not for show
 * @param label the provider's name, or its address where it is no longer in service here
 * @param linkedAt since when
 */
public record LinkedIdentity(String issuer, String sub, String label, Instant linkedAt)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
