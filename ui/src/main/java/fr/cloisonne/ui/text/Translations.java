package fr.cloisonne.ui.text;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The two bundles of the product's words: French first, English complete. */
@Component
public class Translations implements I18NProvider {

    /** The languages the product speaks; the first is spoken to whoever asks for another. */
    public static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);

    private static final Logger LOG = LoggerFactory.getLogger(Translations.class);

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @Override
    public List<Locale> getProvidedLocales() {
        return LANGUAGES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        Locale language = spoken(locale);
        try {
            String text = bundle(language).getString(key);
            return params.length == 0 ? text : new MessageFormat(text, language).format(params);
        } catch (MissingResourceException missing) {
            LOG.warn("no text {} in {}", key, language);
            return key;
        }
    }

    /** Whether a text exists, for words whose key comes from stored data. */
    public boolean has(String key, Locale locale) {
        return bundle(spoken(locale)).containsKey(key);
    }

    /** The keys of all texts that begin like this. */
    public List<String> keys(String prefix, Locale locale) {
        return bundle(spoken(locale)).keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .toList();
    }

    /** The language in which somebody who prefers this one is spoken to. */
    public static Locale spoken(Locale wished) {
        return "en".equals(wished.getLanguage()) ? Locale.ENGLISH : Locale.FRENCH;
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("vaadin-i18n.translations", language, EXACT);
    }
}
