package fr.cloisonne.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The server through which mails leave.
 *
 * @param host its name; without one nothing leaves
 * @param port its port
 * @param user as whom we sign in there, if at all
 * @param password the password for that
 * @param from the sender of every mail, {@code Name <address>}
 * @param starttls whether the connection must be encrypted before anything is said
 */
@ConfigurationProperties("cloisonne.mail")
record MailSettings(
        @Nullable String host,
        @DefaultValue("587") int port,
        @Nullable String user,
        @Nullable String password,
        @Nullable String from,
        @DefaultValue("true") boolean starttls) {

    MailSettings {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("cloisonne.mail.port must be 1 to 65535");
        }
        if (user != null && password == null) {
            throw new IllegalArgumentException(
                    "cloisonne.mail.password is missing for cloisonne.mail.user");
        }
        if (host != null && from == null) {
            throw new IllegalArgumentException(
                    "cloisonne.mail.from is missing: who writes the mails that leave by " + host);
        }
        if (from != null) {
            sender(from);
        }
    }

    /** The sender's address. */
    InternetAddress sender() {
        return sender(from == null ? "Cloisonné <cloisonne@localhost>" : from);
    }

    private static InternetAddress sender(String text) {
        try {
            return new InternetAddress(text, true);
        } catch (AddressException invalid) {
            throw new IllegalArgumentException(
                    "cloisonne.mail.from must be an address, not " + text, invalid);
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
