package fr.cloisonne.identity.technical;

import fr.cloisonne.identity.technical.ConnectionRefusedException.Reason;
import fr.cloisonne.tenancy.value.TenantId;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A machine connection that is asked for.
 *
 * @param name its name, as people will read it
 * @param scopes what it may do
 * @param companies for which companies, or null for the whole firm
 * @param publicKey its public key, or null for a secret that we make
 * @param lastDay the last day on which it works, or null for no end
 */
public record NewConnection(
        String name,
        Set<ConnectionScope> scopes,
        @Nullable Set<TenantId> companies,
        @Nullable String publicKey,
        @Nullable LocalDate lastDay) {

    private static final Pattern SHOWN = Pattern.compile("[^\\p{Cntrl}\\p{Cf}]{1,100}");

    /** Refuses what is no connection at all. */
    public NewConnection {
        name = shown(name);
        scopes = Set.copyOf(scopes);
        companies = companies == null ? null : Set.copyOf(companies);
        if (scopes.isEmpty()) {
            throw new ConnectionRefusedException(Reason.SCOPES);
        }
        if (companies != null && companies.isEmpty()) {
            throw new ConnectionRefusedException(Reason.COMPANIES);
        }
    }

    static String shown(String typed) {
        String name = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        if (!SHOWN.matcher(name).matches()) {
            throw new ConnectionRefusedException(Reason.NAME);
        }
        return name;
    }
}
