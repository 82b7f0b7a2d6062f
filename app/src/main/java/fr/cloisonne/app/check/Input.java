package fr.cloisonne.app.check;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One document to judge, or what stands in the place of one.
 *
 * @param file as typed, or found below a folder that was
 * @param entry its path in the archive, if the file is one
 * @param content where its bytes are; null where it was refused before it was read
 * @param passing whether the content is a copy that goes when it has been judged
 * @param rule id of the rule that refused it, or empty
 * @param detail what was found, for a refusal
 */
record Input(
        String file,
        @Nullable String entry,
        @Nullable Path content,
        boolean passing,
        String rule,
        String detail) {

    static Input whole(String file, Path content, boolean passing) {
        return new Input(file, null, content, passing, "", "");
    }

    static Input held(String file, String entry, Path content) {
        return new Input(file, entry, content, true, "", "");
    }

    static Input refused(String file, String entry, String rule, String detail) {
        return new Input(file, entry.isEmpty() ? null : entry, null, false, rule, detail);
    }
}
