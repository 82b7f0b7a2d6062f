package fr.cloisonne.identity;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address as typed, and the key under which it is unique: NFC, lower case, the domain in
 * its ASCII form. Dots and +tags stay, and it never identifies a person by itself.
 *
 * @param typed as the person wrote it, trimmed
 */
public record EmailAddress(String typed) {

    private static final Pattern FORM =
            Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{3,190}");

    /** Refuses what is no address. */
    public EmailAddress {
        typed = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        if (!FORM.matcher(typed).matches()) {
            throw new IllegalArgumentException("Not an e-mail address");
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
