package fr.cloisonne.notification;

import fr.cloisonne.notification.Letter.Listed;
import fr.cloisonne.notification.Letter.Word;
import java.net.URI;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Gives a letter its words, in its reader's language; French where the language is another. */
@Component
class Letters {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final int NAMED = 5;

    private final URI baseUrl;

    Letters(@Value("${cloisonne.base-url}") URI baseUrl) {
        this.baseUrl = baseUrl;
    }

    Mail render(Letter letter) {
        Locale language =
                "en".equals(letter.to().language().getLanguage()) ? Locale.ENGLISH : Locale.FRENCH;
        ResourceBundle words = words(language);
        Object[] about = letter.about().stream().map(one -> shown(one, words)).toArray();
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(
                letter.to().name().isBlank()
                        ? words.getString("greeting-nameless")
                        : said(words, "greeting", letter.to().name()));
        paragraphs.addAll(List.of(said(words, letter.name() + ".text", about).split("\n")));
        return new Mail(
                letter.to().address(),
                language,
                said(words, letter.name() + ".subject", about),
                paragraphs,
                act(letter, words),
                said(words, "footer", baseUrl.getHost()));
    }

    private Mail.@Nullable Act act(Letter letter, ResourceBundle words) {
        String path = letter.path();
        return path == null
                ? null
                : new Mail.Act(words.getString(letter.name() + ".act"), baseUrl.resolve(path));
    }

    private static Object shown(Object one, ResourceBundle words) {
        return switch (one) {
            case Word word -> words.getString(word.key());
            case LocalDate day -> DAY.format(day);
            case Listed several -> listed(several.items(), words);
            default -> one;
        };
    }

    private static String listed(List<Object> items, ResourceBundle words) {
        String named =
                items.stream()
                        .limit(NAMED)
                        .map(item -> shown(item, words).toString())
                        .collect(Collectors.joining(", "));
        return items.size() <= NAMED
                ? named
                : said(words, "listed.more", named, items.size() - NAMED);
    }

    private static String said(ResourceBundle words, String key, Object... about) {
        return new MessageFormat(words.getString(key), words.getLocale()).format(about);
    }

    static ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle("fr.cloisonne.notification.mails", language, EXACT);
    }
}
