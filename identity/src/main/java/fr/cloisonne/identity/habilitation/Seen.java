package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;
import java.io.Serializable;
import java.time.Instant;

/**
 * With whose eyes a person sees the product.
 *
 * @param colleague with whose
 * @param firm where
 * @param until when it ends by itself
 */
public record Seen(UserAccountId colleague, FirmId firm, Instant until) implements Serializable {

    private static final long serialVersionUID = 1L;
}
