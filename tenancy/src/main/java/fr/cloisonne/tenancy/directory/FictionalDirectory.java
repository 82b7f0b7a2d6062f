package fr.cloisonne.tenancy.directory;

import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.Siret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The companies of a demonstration, each of them invented; one of them has closed. */
final class FictionalDirectory implements CompanyDirectory {

    private static final DirectoryAnswer UNKNOWN = new DirectoryAnswer.Unknown();

    private final Map<String, DirectoryAnswer> entries = new HashMap<>();

    /** Reads lines of SIREN, SIRET, state (A or C) and name. */
    FictionalDirectory() {
        try (var file = FictionalDirectory.class.getResourceAsStream("/directory/fictional.csv")) {
            byte[] bytes = Objects.requireNonNull(file).readAllBytes();
            new String(bytes, StandardCharsets.UTF_8).lines().forEach(this::keep);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void keep(String line) {
        String[] fields = line.split(";", 4);
        DirectoryAnswer entry = new DirectoryAnswer.Found(fields[3], fields[2].equals("A"));
        entries.put(fields[0], entry);
        entries.put(fields[1], entry);
    }

    @Override
    public DirectoryAnswer find(Siren siren) {
        return entries.getOrDefault(siren.value(), UNKNOWN);
    }

    @Override
    public DirectoryAnswer find(Siret siret) {
        return entries.getOrDefault(siret.value(), UNKNOWN);
    }
}
