package fr.cloisonne.identity.account;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.io.Resource;
import com.nulabinc.zxcvbn.matchers.DictionaryLoader;
import com.nulabinc.zxcvbn.matchers.SlantedKeyboardLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * The passwords that are tried first, found offline: the lists of common and breached ones and of
 * common words that come with zxcvbn, a French list of our own, what keyboards suggest (AZERTY
 * too), dates, repetitions, and what is put together from these. Fewer than a hundred million
 * guesses are too few.
 */
@Component
class GuessedFirst {

    private static final double TOO_FEW = 1e8;

    /** More than this tells nothing more, and would take long to look at. */
    private static final int LOOKED_AT = 48;

    /** The lists take some memory: they are read when the first password is chosen. */
    private static final class Lists {

        static final Zxcvbn ALL = read();

        private static Zxcvbn read() {
            try {
                return new ZxcvbnBuilder()
                        .dictionaries(StandardDictionaries.loadAllDictionaries())
                        .dictionary(new DictionaryLoader("french", ours("french.txt")).load())
                        .keyboards(StandardKeyboards.loadAllKeyboards())
                        .keyboard(new SlantedKeyboardLoader("azerty", ours("azerty.txt")).load())
                        .build();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        private static Resource ours(String name) {
            return () ->
                    Objects.requireNonNull(
                            GuessedFirst.class.getResourceAsStream("/passwords/" + name), name);
        }
    }

    boolean isSo(String password) {
        String looked = password.substring(0, Math.min(password.length(), LOOKED_AT));
        return Lists.ALL.measure(looked).getGuesses() < TOO_FEW;
    }
}
