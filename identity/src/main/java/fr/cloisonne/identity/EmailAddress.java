package fr.cloisonne.identity;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as typed, and the key under which it is unique: NFC, lower case, the domain in
 * its ASCII form. Dots and +tags stay, and it never identifies a person by itself.
 *
 * @param typed as the person wrote it, trimmed
 */
public record EmailAddress(String typed) {

    /**
     * What an address is made of without quotes or comments (RFC 5322 §3.4.1, RFC 6531): with them
     * one mailbox would have many keys, and a mail could be led elsewhere.
     */
    private static final String PLAIN = "^@\\s\\p{Cntrl}\\p{Cc}\\p{Cf}\\p{Z}<>()\\[\\],;:\"\\\\";

    private static final Pattern FORM =
            Pattern.compile("[%1$s]{1,64}@[%1$s]{3,190}".formatted(PLAIN));

    /** Refuses what is no address. */
    public EmailAddress {
        typed = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        if (!FORM.matcher(typed).matches()) {
            throw new IllegalArgumentException("Not an e-mail address");
        }
    }

    /**
     * Reads what may be an address.
     *
     * @param typed any text
     * @return the address, or nothing
     */
    public static Optional<EmailAddress> tryParse(String typed) {
        try {
            EmailAddress address = new EmailAddress(typed);
            return address.key().length() > 254 ? Optional.empty() : Optional.of(address);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /**
     * The key under which it is unique.
     *
     * @return in lower case, ASCII domain
     */
    public String key() {
        int at = typed.lastIndexOf('@');
        String domain = IDN.toASCII(typed.substring(at + 1), IDN.ALLOW_UNASSIGNED);
        return (typed.substring(0, at) + "@" + domain).toLowerCase(Locale.ROOT);
    }
}
