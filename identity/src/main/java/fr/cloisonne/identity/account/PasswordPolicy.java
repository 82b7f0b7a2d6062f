package fr.cloisonne.identity.account;

import java.text.Normalizer;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Which passwords may be used: 15 characters and more, or 12 beside a second factor, 128 at most;
 * none that is tried first, none made of what is known of the person. What it is composed of does
 * not matter, unless a setting says so.
 */
@Component
@EnableConfigurationProperties(PasswordSettings.class)
public class PasswordPolicy {

    /** Shortest where the password is the only proof. */
    public static final int ALONE = 15;

    /** Shortest beside a second factor. */
    public static final int BESIDE_A_FACTOR = 12;

    /** Longest. */
    public static final int LONGEST = 128;

    private static final int SHORTEST_WORD = 4;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final PasswordSettings settings;
    private final GuessedFirst guessed;

    PasswordPolicy(PasswordSettings settings, GuessedFirst guessed) {
        this.settings = settings;
        this.guessed = guessed;
    }

    /**
     * Whether the rule of composition is set here.
     *
     * @return the setting
     */
    public boolean composition() {
        return settings.composition();
    }

    /**
     * What is wrong with a password.
     *
     * @param typed as typed or pasted
     * @param context what is known of the person: names, address, firm, SIREN
     * @param secondFactor whether the person has a second factor
     * @return nothing if it may be used
     */
    public Set<PasswordFault> faults(
            String typed, Collection<String> context, boolean secondFactor) {
        String password = Normalizer.normalize(typed, Normalizer.Form.NFC);
        int length = password.codePointCount(0, password.length());
        Set<PasswordFault> faults = EnumSet.noneOf(PasswordFault.class);
        if (length < (secondFactor ? BESIDE_A_FACTOR : ALONE)) {
            faults.add(PasswordFault.SHORT);
        }
        if (password.length() > LONGEST) {
            faults.add(PasswordFault.LONG);
            return faults;
        }
        if (guessed.isSo(password)) {
            faults.add(PasswordFault.COMMON);
        }
        if (tells(password, context)) {
            faults.add(PasswordFault.CONTEXT);
        }
        if (settings.composition() && !composed(password)) {
            faults.add(PasswordFault.COMPOSITION);
        }
        return faults;
    }

    void require(String password, Collection<String> context, boolean secondFactor) {
        Set<PasswordFault> faults = faults(password, context, secondFactor);
        if (!faults.isEmpty()) {
            throw new PasswordRefusedException(faults);
        }
    }

    /** Whole words of four letters and more, accents and capitals aside. */
    private static boolean tells(String password, Collection<String> context) {
        String plain = plain(password);
        return context.stream()
                .flatMap(text -> NO_WORD.splitAsStream(plain(text)))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .anyMatch(plain::contains);
    }

    private static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static boolean composed(String password) {
        return password.codePoints().anyMatch(Character::isLowerCase)
                && password.codePoints().anyMatch(Character::isUpperCase)
                && password.codePoints().anyMatch(Character::isDigit)
                && password.codePoints().anyMatch(sign -> !Character.isLetterOrDigit(sign));
    }
}
