package fr.cloisonne.ui.text;

import java.text.Normalizer;
import java.util.Locale;

/** Text for comparison: without accents, capitals and odd blanks. */
public final class PlainText {

    private PlainText() {}

    /** The same text, plainly. */
    public static String of(String text) {
        return Normalizer.normalize(text.strip().replace('\u00A0', ' '), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.FRENCH);
    }
}
