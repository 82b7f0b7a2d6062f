package fr.cloisonne.tenancy.directory;

import fr.cloisonne.tenancy.value.DirectoryEntry;
import fr.cloisonne.tenancy.value.PostalAddress;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.Siret;
import fr.cloisonne.tenancy.value.SizeCategory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The companies of a demonstration, each of them invented; two of them have closed. */
final class FictionalDirectory implements CompanyDirectory {

    private static final DirectoryAnswer UNKNOWN = new DirectoryAnswer.Unknown();

    private final Map<Siren, DirectoryEntry> entries = new LinkedHashMap<>();

    /** Reads lines of SIRET, state (A or C), size, street, postal code, town and name. */
    FictionalDirectory() {
        try (var file = FictionalDirectory.class.getResourceAsStream("/directory/fictional.csv")) {
            byte[] bytes = Objects.requireNonNull(file).readAllBytes();
            new String(bytes, StandardCharsets.UTF_8).lines().forEach(this::keep);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void keep(String line) {
        String[] fields = line.split(";", 7);
        Siret office = new Siret(fields[0]);
        entries.put(
                office.siren(),
                new DirectoryEntry(
                        office.siren(),
                        office,
                        fields[6],
                        fields[1].equals("A"),
                        new PostalAddress(fields[3], null, fields[4], fields[5], "FR"),
                        SizeCategory.valueOf(fields[2])));
    }

    @Override
    public DirectoryAnswer find(Siren siren) {
        DirectoryEntry entry = entries.get(siren);
        return entry == null ? UNKNOWN : new DirectoryAnswer.Found(entry);
    }

    @Override
    public DirectoryAnswer find(Siret siret) {
        DirectoryEntry entry = entries.get(siret.siren());
        return entry == null || !siret.equals(entry.siret())
                ? UNKNOWN
                : new DirectoryAnswer.Found(entry);
    }

    @Override
    public Optional<List<DirectoryEntry>> search(String words) {
        List<String> sought = List.of(plain(words).split(" ", -1));
        return Optional.of(
                entries.values().stream()
                        .filter(entry -> sought.stream().allMatch(plain(entry.name())::contains))
                        .limit(MOST)
                        .toList());
    }

    /** As people search: without accents, capitals and signs. */
    private static String plain(String text) {
        return Normalizer.normalize(text.replace("œ", "oe").replace("Œ", "Oe"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }
}
