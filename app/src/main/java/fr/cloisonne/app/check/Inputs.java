package fr.cloisonne.app.check;

import fr.cloisonne.invoicing.archive.Archive;
import fr.cloisonne.invoicing.archive.ArchiveItem.Held;
import fr.cloisonne.invoicing.archive.ArchiveItem.Refused;
import fr.cloisonne.invoicing.archive.ArchiveLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Finds the documents behind what was typed: files, all that lies below folders, entries of
 * archives, the standard input. One after the other; nothing is held in memory.
 */
final class Inputs {

    private final CheckOptions options;
    private final InputStream standard;
    private final Path staging;
    private final Consumer<Input> each;
    private final Consumer<String> missing;

    /**
     * Where to look and whom to tell.
     *
     * @param staging a folder for copies
     * @param each is given the documents
     * @param missing is given what is not there or cannot be read
     */
    Inputs(
            CheckOptions options,
            InputStream standard,
            Path staging,
            Consumer<Input> each,
            Consumer<String> missing) {
        this.options = options;
        this.standard = standard;
        this.staging = staging;
        this.each = each;
        this.missing = missing;
    }

    void read() throws IOException {
        for (String typed : options.files()) {
            if (typed.equals("-")) {
                standard();
            } else {
                found(typed, options.from().resolve(typed));
            }
        }
    }

    private void found(String shown, Path place) throws IOException {
        if (Files.isDirectory(place)) {
            folder(shown, place);
        } else if (Files.isRegularFile(place) && Files.isReadable(place)) {
            file(shown, place, false);
        } else {
            missing.accept(shown);
        }
    }

    private void folder(String shown, Path place) throws IOException {
        List<Path> below;
        try (Stream<Path> children = Files.list(place)) {
            // A link may lead round in a circle.
            below =
                    children.filter(child -> !Files.isSymbolicLink(child))
                            .filter(child -> !child.getFileName().toString().startsWith("."))
                            .sorted()
                            .toList();
        } catch (IOException unreadable) {
            missing.accept(shown);
            return;
        }
        String prefix = shown.endsWith("/") ? shown : shown + "/";
        for (Path child : below) {
            found(prefix + child.getFileName(), child);
        }
    }

    /** A file beyond every limit is not copied to its end: it is refused for its size. */
    private void standard() throws IOException {
        Path copy = Files.createTempFile(staging, "stdin", null);
        long most = ArchiveLimits.USUAL.packed() + 1;
        byte[] piece = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(copy)) {
            for (int n; most > 0 && (n = standard.read(piece)) >= 0; most -= n) {
                out.write(piece, 0, n);
            }
        }
        file("-", copy, true);
    }

    private void file(String shown, Path place, boolean passing) throws IOException {
        if (!Archive.recognises(place)) {
            each.accept(Input.whole(shown, place, passing));
            return;
        }
        new Archive(place, ArchiveLimits.USUAL)
                .read(
                        staging,
                        item ->
                                each.accept(
                                        switch (item) {
                                            case Held held ->
                                                    Input.held(shown, held.name(), held.file());
                                            case Refused no ->
                                                    Input.refused(
                                                            shown,
                                                            no.name(),
                                                            no.rule(),
                                                            no.detail());
                                        }));
        if (passing) {
            Files.delete(place);
        }
    }
}
