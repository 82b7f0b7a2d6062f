package fr.cloisonne.identity.federation;

import java.io.Serializable;

/**
 * A way in through a provider, as the sign-in page offers it.
 *
 * @param id the provider
 * @param label its name
 * @param startUrl where the button leads
 */
public record ProviderButton(String id, String label, String startUrl) implements Serializable {

    private static final long serialVersionUID = 1L;
}
