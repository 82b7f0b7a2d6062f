package fr.cloisonne.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said to whom, before it has words: the texts of its name fill in what it is about.
 *
 * @param to the reader
 * @param name names the texts {@code <name>.subject}, {@code .text} and {@code .act}
 * @param about texts, {@link java.time.LocalDate days}, {@link Word words} and {@link Listed lists}
 * @param path where its act leads in the product, if it has one
 */
record Letter(Recipient to, String name, List<Object> about, @Nullable String path) {

    /** The path may hold a secret. */
    @Override
    public String toString() {
        return "Letter " + name;
    }

    /**
     * A word that each reader reads in their own language.
     *
     * @param key its text
     */
    record Word(String key) {}

    /**
     * Several things in a row; of many, the first are named and the others counted.
     *
     * @param items texts and {@link Word words}
     */
    record Listed(List<Object> items) {}
}
