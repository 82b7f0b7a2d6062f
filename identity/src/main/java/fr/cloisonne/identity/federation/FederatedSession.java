package fr.cloisonne.identity.federation;

import java.io.Serializable;

/**
 * By which provider a session was opened, and the token with which it is closed there.
 *
 * @param provider id of the provider
 * @param idToken the ID token, as it came
 */
record FederatedSession(String provider, String idToken) implements Serializable {

    private static final long serialVersionUID = 1L;

    static final String ATTRIBUTE = FederatedSession.class.getName();

    @Override
    public String toString() {
        return provider;
    }
}
