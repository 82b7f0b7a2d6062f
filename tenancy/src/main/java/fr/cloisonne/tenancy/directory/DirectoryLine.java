package fr.cloisonne.tenancy.directory;

import fr.cloisonne.tenancy.value.DirectoryEntry;
import fr.cloisonne.tenancy.value.PostalAddress;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.Siret;
import fr.cloisonne.tenancy.value.SizeCategory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One result of recherche-entreprises, read as an entry; whatever is missing or odd is left out.
 */
final class DirectoryLine {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_STREET = 100;

    private DirectoryLine() {}

    /** The legal unit, at its head office. */
    static Optional<DirectoryEntry> of(JsonNode result) {
        return entry(result, result.path("siege"), result.path("etat_administratif"));
    }

    /** The legal unit, at this establishment; nothing if it is not among the result's. */
    static Optional<DirectoryEntry> of(JsonNode result, Siret siret) {
        JsonNode head = result.path("siege");
        Optional<JsonNode> office =
                is(head, siret)
                        ? Optional.of(head)
                        : result.path("matching_etablissements")
                                .valueStream()
                                .filter(other -> is(other, siret))
                                .findFirst();
        return office.flatMap(one -> entry(result, one, one.path("etat_administratif")));
    }

    private static boolean is(JsonNode office, Siret siret) {
        return siret.value().equals(text(office, "siret"));
    }

    private static Optional<DirectoryEntry> entry(
            JsonNode result, JsonNode office, JsonNode state) {
        String name = text(result, "nom_complet");
        Optional<Siren> siren = Siren.tryParse(text(result, "siren"));
        if (name.isEmpty() || siren.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new DirectoryEntry(
                        siren.get(),
                        Siret.tryParse(text(office, "siret"))
                                .filter(siret -> siret.siren().equals(siren.get()))
                                .orElse(null),
                        name.substring(0, Math.min(LONGEST_NAME, name.length())),
                        state.asString("").equals("A"),
                        address(office),
                        size(text(result, "categorie_entreprise"))));
    }

    /** The service writes an address in one line that ends in postal code and town. */
    private static @Nullable PostalAddress address(JsonNode office) {
        String code = text(office, "code_postal");
        String town = text(office, "libelle_commune");
        String line = text(office, "adresse");
        int end = line.lastIndexOf(code);
        if (!code.matches("[0-9]{5}") || town.isEmpty() || end < 1) {
            return null;
        }
        String street = line.substring(0, end).strip();
        return street.isEmpty()
                        || street.length() > LONGEST_STREET
                        || town.length() > LONGEST_STREET
                ? null
                : new PostalAddress(street, null, code, town, "FR");
    }

    private static @Nullable SizeCategory size(String category) {
        return switch (category) {
            case "PME" -> SizeCategory.PME;
            case "ETI" -> SizeCategory.ETI;
            case "GE" -> SizeCategory.GE;
            default -> null;
        };
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("").strip();
    }
}
