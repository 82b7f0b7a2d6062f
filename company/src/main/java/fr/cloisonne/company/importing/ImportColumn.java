package fr.cloisonne.company.importing;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a list of companies says of each, and under which headings people write it. */
public enum ImportColumn {
    /** SIREN or SIRET, whichever was at hand. */
    NUMBER("siren ou siret", "siren or siret", "siren siret", "siren", "n siren"),
    /** SIRET, where it has a column of its own. */
    SIRET("siret", "n siret", "numero siret"),
    /** The name. */
    NAME("denomination", "raison sociale", "nom", "legal name", "name", "societe", "client"),
    /** The VAT number. */
    VAT("numero de tva", "n tva", "tva", "tva intracommunautaire", "vat number", "vat"),
    /** The account. */
    IBAN("iban"),
    /** Number and street. */
    STREET("adresse", "adresse 1", "rue", "address", "street"),
    /** What else the address needs. */
    MORE("complement d adresse", "complement", "adresse 2", "address second line"),
    /** Postal code. */
    POSTAL_CODE("code postal", "cp", "postal code"),
    /** Town. */
    CITY("commune", "ville", "town", "city"),
    /** Size of the enterprise. */
    SIZE("taille", "categorie", "size");

    /** Each must be there; SIREN may stand for SIRET and the other way round. */
    static final List<ImportColumn> REQUIRED = List.of(NUMBER, NAME, STREET, POSTAL_CODE, CITY);

    private final String headings;

    ImportColumn(String... headings) {
        this.headings = "|" + String.join("|", headings) + "|";
    }

    /**
     * The column under a heading.
     *
     * @param heading as somebody wrote it
     * @return nothing if it is none of ours
     */
    public static Optional<ImportColumn> under(String heading) {
        String plain = plain(heading);
        return Arrays.stream(values())
                .filter(column -> column.headings.contains("|" + plain + "|"))
                .findFirst();
    }

    /** Without accents, capitals, signs and what stands in brackets. */
    static String plain(String text) {
        return Normalizer.normalize(text.replaceAll("\\(.*?\\)", " "), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }
}
