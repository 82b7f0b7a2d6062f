package fr.cloisonne.notification;

import java.io.Serializable;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail, rendered for its reader. It may hold a secret link: it is sent and forgotten.
 *
 * @param to the reader's address
 * @param language the reader's language
 * @param subject one line
 * @param paragraphs what is said
 * @param act what the reader may do, if anything
 * @param footer why the reader got it
 */
public record Mail(
        String to,
        Locale language,
        String subject,
        List<String> paragraphs,
        @Nullable Act act,
        String footer)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Takes a copy. */
    public Mail {
        paragraphs = List.copyOf(paragraphs);
    }

    /**
     * A link with its words.
     *
     * @param label the words
     * @param link where it leads
     */
    public record Act(String label, URI link) implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    @Override
    public String toString() {
        return "a mail";
    }
}
