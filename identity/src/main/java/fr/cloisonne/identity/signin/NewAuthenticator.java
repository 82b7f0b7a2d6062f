package fr.cloisonne.identity.signin;

import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * An authenticator that a person is about to add: shown once, kept nowhere until a code proves it.
 */
public final class NewAuthenticator implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Totp totp;
    private final String email;

    NewAuthenticator(Totp totp, String email) {
        this.totp = totp;
        this.email = email;
    }

    Totp totp() {
        return totp;
    }

    /**
     * What the picture says to the application.
     *
     * @return an address of the scheme {@code otpauth}
     */
    public String address() {
        return "otpauth://totp/Cloisonn%C3%A9:"
                + URLEncoder.encode(email, StandardCharsets.UTF_8)
                + "?secret="
                + totp.text()
                + "&issuer=Cloisonn%C3%A9&algorithm=SHA1&digits=6&period=30";
    }

    /**
     * The same for whoever types it.
     *
     * @return the secret in groups of four letters
     */
    public String text() {
        return totp.text().replaceAll("(.{4})(?=.)", "$1 ");
    }
}
