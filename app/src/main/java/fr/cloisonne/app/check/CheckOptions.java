package fr.cloisonne.app.check;

import fr.cloisonne.tenancy.value.InvalidIdentifierException;
import fr.cloisonne.tenancy.value.Siren;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks.
 *
 * @param json a JSON line a document, otherwise text
 * @param language of the words
 * @param company whose invoices these are said to be, or null
 * @param from the folder from which the command was called
 * @param files as typed
 */
record CheckOptions(
        boolean json, Locale language, @Nullable Siren company, Path from, List<String> files) {

    /** What cannot be understood, in words. */
    static final class WrongUsageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        WrongUsageException(String message) {
            super(message);
        }
    }

    static CheckOptions of(String[] arguments, @Nullable String environment) {
        Deque<String> left = new ArrayDeque<>(List.of(arguments));
        boolean json = false;
        Locale language = language(environment == null ? "" : environment);
        Siren company = null;
        Path from = Path.of("");
        List<String> files = new ArrayList<>();
        while (!left.isEmpty()) {
            String one = left.removeFirst();
            switch (one) {
                case "--json" -> json = true;
                case "--lang" -> language = chosen(value(one, left));
                case "--company" -> company = siren(value(one, left));
                case "--from" -> from = Path.of(value(one, left));
                case "--" -> {
                    files.addAll(left);
                    left.clear();
                }
                default -> {
                    if (one.startsWith("--")) {
                        throw new WrongUsageException("unknown option " + one);
                    }
                    files.add(one);
                }
            }
        }
        if (files.isEmpty()) {
            throw new WrongUsageException("check needs a file, a folder, an archive, or - (stdin)");
        }
        return new CheckOptions(json, language, company, from, List.copyOf(files));
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new WrongUsageException(option + " needs a value");
        }
        return left.removeFirst();
    }

    private static Locale chosen(String language) {
        return switch (language) {
            case "fr" -> Locale.FRENCH;
            case "en" -> Locale.ENGLISH;
            default -> throw new WrongUsageException("--lang is fr or en, not " + language);
        };
    }

    /** French, unless the terminal speaks English. */
    private static Locale language(String environment) {
        return environment.startsWith("en") ? Locale.ENGLISH : Locale.FRENCH;
    }

    private static Siren siren(String typed) {
        try {
            return Siren.parse(typed);
        } catch (InvalidIdentifierException invalid) {
            throw new WrongUsageException("--company takes a SIREN, not " + typed);
        }
    }
}
