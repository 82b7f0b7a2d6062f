package fr.cloisonne.identity.provisioning;

import fr.cloisonne.identity.provisioning.ProvisioningRefusedException.Reason;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts as a directory sends them: normal form, a limit each, nothing that cannot be seen. */
final class Texts {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]");

    private Texts() {}

    static String required(@Nullable String sent, String attribute, int longest) {
        String text = sent == null ? "" : Normalizer.normalize(sent.strip(), Normalizer.Form.NFC);
        if (text.isEmpty() || text.length() > longest || UNSEEN.matcher(text).find()) {
            throw new ProvisioningRefusedException(Reason.VALUE, attribute);
        }
        return text;
    }

    static @Nullable String optional(@Nullable String sent, String attribute, int longest) {
        return sent == null || sent.isBlank() ? null : required(sent, attribute, longest);
    }

    /** By which names are compared: case does not matter. */
    static String key(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
