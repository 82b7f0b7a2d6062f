package fr.cloisonne.ui.audit;

import fr.cloisonne.identity.audit.SoughtWord;
import fr.cloisonne.ui.text.PlainText;
import fr.cloisonne.ui.text.Translations;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Takes what was typed into the search for words, each with the acts in whose sentence it is. */
@Component
class SoughtWords {

    private static final int MOST = 6;
    private static final int SHORTEST = 2;

    private final Translations words;

    SoughtWords(Translations words) {
        this.words = words;
    }

    /** Words of one letter narrow nothing. */
    List<SoughtWord> of(String typed, Locale language) {
        return Arrays.stream(typed.strip().split("[\\s\u00A0\u202F]+", -1))
                .filter(word -> word.length() >= SHORTEST)
                .limit(MOST)
                .map(word -> new SoughtWord(word, codes(PlainText.of(word), language)))
                .toList();
    }

    private Set<String> codes(String word, Locale language) {
        return Stream.of("act.", "profile.", "right.", "export.what.", "title.")
                .flatMap(prefix ->
                        words.keys(prefix, language).stream()
                                .filter(key -> sentence(key, language).contains(word))
                                .map(key -> key.substring(prefix.length())))
                .collect(Collectors.toSet());
    }

    /** What stands around the names. */
    private String sentence(String key, Locale language) {
        return PlainText.of(words.getTranslation(key, language).replaceAll("\\{\\d}", " "));
    }
}
