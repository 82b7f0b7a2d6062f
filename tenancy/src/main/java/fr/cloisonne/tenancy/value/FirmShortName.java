package fr.cloisonne.tenancy.value;

import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a firm in addresses: 3 to 30 of {@code [a-z0-9-]}, unique for ever.
 *
 * @param value the name
 */
public record FirmShortName(String value) implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{1,28})[a-z0-9]");
    private static final Set<String> RESERVED =
            Set.of(
                    "account",
                    "activate",
                    "admin",
                    "aide",
                    "api",
                    "app",
                    "cloisonne",
                    "help",
                    "login",
                    "mailbox",
                    "new",
                    "oauth2",
                    "operator",
                    "register",
                    "settings",
                    "sign-in",
                    "support",
                    "www");

    /** Refuses another form, and words that addresses need for themselves. */
    public FirmShortName {
        if (!FORM.matcher(value).matches() || value.contains("--")) {
            throw new InvalidIdentifierException("firm.characters", value);
        }
        if (RESERVED.contains(value)) {
            throw new InvalidIdentifierException("firm.reserved", value);
        }
    }

    /**
     * Reads a part of an address.
     *
     * @param typed any text
     * @return the name, or nothing
     */
    public static Optional<FirmShortName> tryParse(String typed) {
        try {
            return Optional.of(new FirmShortName(typed));
        } catch (InvalidIdentifierException invalid) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
