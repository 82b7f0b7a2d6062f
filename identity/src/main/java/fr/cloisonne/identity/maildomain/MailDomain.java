package fr.cloisonne.identity.maildomain;

import fr.cloisonne.identity.EmailAddress;
import java.io.Serializable;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The domain of mail addresses, in its ASCII form and lower case.
 *
 * @param name two labels at least
 */
public record MailDomain(String name) implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 190;
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern FORM = Pattern.compile("(?:" + LABEL + "\\.)+(?=[a-z])" + LABEL);

    /** Refuses what is no domain. */
    public MailDomain {
        if (name.length() > LONGEST || !FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a mail domain");
        }
    }

    /**
     * Reads what may be a domain, with or without an @ before it.
     *
     * @param typed any text
     * @return the domain, or nothing
     */
    public static Optional<MailDomain> tryParse(String typed) {
        String text = typed.strip();
        if (text.startsWith("@")) {
            text = text.substring(1);
        }
        try {
            String ascii = IDN.toASCII(text, IDN.ALLOW_UNASSIGNED);
            return Optional.of(new MailDomain(ascii.toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }

    /**
     * The domain of an address.
     *
     * @param address the address
     * @return its domain, unless it is one in form alone
     */
    public static Optional<MailDomain> of(EmailAddress address) {
        String key = address.key();
        return tryParse(key.substring(key.lastIndexOf('@') + 1));
    }

    /** The domain above, if it is one of mail. */
    Optional<MailDomain> above() {
        return tryParse(name.substring(name.indexOf('.') + 1));
    }

    @Override
    public String toString() {
        return name;
    }
}
