package fr.cloisonne.identity.signin;

import java.io.Serializable;

/**
 * A passkey as its person sees it.
 *
 * @param id its credential id, in Base64 for addresses
 * @param name as the person named it
 * @param use since when it is there, and when it last served
 */
public record PasskeyCard(String id, String name, FactorUse use) implements Serializable {

    private static final long serialVersionUID = 1L;
}
