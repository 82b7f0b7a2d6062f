package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** A name that a firm gives to a thing of its own: not empty, without control characters. */
final class OwnName {

    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]");

    private OwnName() {}

    static String of(String typed, int longest) {
        String name = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        if (name.isEmpty() || name.length() > longest || FORBIDDEN.matcher(name).find()) {
            throw new DelegationRefusedException(Reason.NAME);
        }
        return name;
    }
}
