package fr.cloisonne.identity.signin;

import java.io.Serializable;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;

/** A passkey that is about to be made: what the browser is given, and what its answer must fit. */
public final class NewPasskey implements Serializable {

    private static final long serialVersionUID = 1L;

    private final PublicKeyCredentialCreationOptions options;
    private final String json;

    NewPasskey(PublicKeyCredentialCreationOptions options, String json) {
        this.options = options;
        this.json = json;
    }

    PublicKeyCredentialCreationOptions options() {
        return options;
    }

    /**
     * What the browser is given.
     *
     * @return the options, as WebAuthn writes them
     */
    public String json() {
        return json;
    }
}
