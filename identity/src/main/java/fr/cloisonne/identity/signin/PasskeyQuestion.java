package fr.cloisonne.identity.signin;

import java.io.Serializable;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;

/** A question to a passkey: what the browser is given, and what its answer is held against. */
public final class PasskeyQuestion implements Serializable {

    private static final long serialVersionUID = 1L;

    private final PublicKeyCredentialRequestOptions options;
    private final String json;

    PasskeyQuestion(PublicKeyCredentialRequestOptions options, String json) {
        this.options = options;
        this.json = json;
    }

    PublicKeyCredentialRequestOptions options() {
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
