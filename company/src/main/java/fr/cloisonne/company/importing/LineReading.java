package fr.cloisonne.company.importing;

import fr.cloisonne.company.CompanyForm;
import fr.cloisonne.tenancy.value.Iban;
import fr.cloisonne.tenancy.value.InvalidIdentifierException;
import fr.cloisonne.tenancy.value.PostalAddress;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.Siret;
import fr.cloisonne.tenancy.value.SizeCategory;
import fr.cloisonne.tenancy.value.VatNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one line: the company that it describes, or all that is wrong with it. */
final class LineReading {

    private static final int SIREN_LENGTH = 9;
    private static final int SIRET_LENGTH = 14;
    private static final int POSTAL_LENGTH = 5;

    /** Characters that show nothing, or turn the direction of what follows. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cntrl}\\uFFFD\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private final Headings headings;
    private final SheetRow row;
    private final List<ImportFault> faults = new ArrayList<>();
    private boolean refused;

    private LineReading(Headings headings, SheetRow row) {
        this.headings = headings;
        this.row = row;
    }

    static JudgedLine of(Headings headings, SheetRow row) {
        return new LineReading(headings, row).judge();
    }

    private JudgedLine judge() {
        Identity number = number();
        String name = text(ImportColumn.NAME, 200, true);
        VatNumber vat = vat(number);
        Iban iban = parsed(ImportColumn.IBAN, Iban::parse);
        String street = text(ImportColumn.STREET, 100, true);
        String more = text(ImportColumn.MORE, 100, false);
        String postalCode = postalCode();
        String city = text(ImportColumn.CITY, 100, true);
        SizeCategory size = size();
        String shown = number == null ? cell(shownColumn()).text() : number.siren().value();
        ImportVerdict verdict =
                refused || number == null
                        ? ImportVerdict.REFUSED
                        : faults.isEmpty() ? ImportVerdict.READY : ImportVerdict.CORRECTABLE;
        ImportLine line =
                new ImportLine(
                        row.number(),
                        shown.substring(0, Math.min(20, shown.length())),
                        name.substring(0, Math.min(200, name.length())),
                        verdict,
                        List.copyOf(faults));
        if (verdict == ImportVerdict.REFUSED || number == null) {
            return new JudgedLine(line, null);
        }
        return new JudgedLine(
                line,
                new CompanyForm(
                        number.siren(),
                        number.siret(),
                        vat,
                        name,
                        new PostalAddress(
                                street, more.isEmpty() ? null : more, postalCode, city, "FR"),
                        iban,
                        size));
    }

    private record Identity(Siren siren, @Nullable Siret siret) {}

    private ImportColumn shownColumn() {
        return cell(ImportColumn.NUMBER).text().isEmpty()
                ? ImportColumn.SIRET
                : ImportColumn.NUMBER;
    }

    private SheetCell cell(ImportColumn column) {
        return headings.cell(row, column);
    }

    private void refuse(ImportColumn column, String code) {
        refuse(column, code, null);
    }

    private void refuse(ImportColumn column, String code, @Nullable String hint) {
        refused = true;
        faults.add(new ImportFault(column, cell(column).text(), code, hint));
    }

    private void propose(ImportColumn column, String code, String correction) {
        faults.add(new ImportFault(column, cell(column).text(), code, correction));
    }

    private @Nullable Identity number() {
        boolean given = !cell(ImportColumn.NUMBER).text().isEmpty();
        boolean office = !cell(ImportColumn.SIRET).text().isEmpty();
        if (!given && !office) {
            refuse(shownColumnOfHeadings(), "empty");
            return null;
        }
        Identity first = given ? number(ImportColumn.NUMBER) : null;
        Identity second = office ? number(ImportColumn.SIRET) : null;
        if (first != null && second != null && !first.siren().equals(second.siren())) {
            refuse(ImportColumn.SIRET, "siret.other");
            return null;
        }
        return second == null ? first : second;
    }

    private ImportColumn shownColumnOfHeadings() {
        return headings.places().containsKey(ImportColumn.NUMBER)
                ? ImportColumn.NUMBER
                : ImportColumn.SIRET;
    }

    private @Nullable Identity number(ImportColumn column) {
        SheetCell cell = cell(column);
        boolean siret =
                column == ImportColumn.SIRET
                        || cell.text().replaceAll("[^0-9]", "").length() > SIREN_LENGTH + 2;
        int length = siret ? SIRET_LENGTH : SIREN_LENGTH;
        Digits digits = Digits.of(cell, length);
        if (digits.fault().filter(Digits.Fault.SCIENTIFIC::equals).isPresent()) {
            refuse(column, "scientific");
            return null;
        }
        boolean zerosLost = digits.fault().isPresent();
        try {
            String whole = zerosLost ? digits.filled(length) : digits.digits();
            Siret office = siret ? Siret.parse(whole) : null;
            Identity number =
                    new Identity(office == null ? Siren.parse(whole) : office.siren(), office);
            if (zerosLost) {
                propose(column, "zeros", whole);
            }
            return number;
        } catch (InvalidIdentifierException invalid) {
            refuse(column, zerosLost ? length(siret) : invalid.code());
            return null;
        }
    }

    private static String length(boolean siret) {
        return siret ? "siret.length" : "siren.length";
    }

    private @Nullable VatNumber vat(@Nullable Identity number) {
        VatNumber vat = parsed(ImportColumn.VAT, VatNumber::parse);
        if (vat == null || number == null) {
            return vat;
        }
        if (vat.siren().filter(siren -> !siren.equals(number.siren())).isPresent()) {
            refuse(ImportColumn.VAT, "vat.other");
        }
        return vat;
    }

    private <T> @Nullable T parsed(ImportColumn column, Function<String, T> parse) {
        String text = cell(column).text();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return parse.apply(text);
        } catch (InvalidIdentifierException invalid) {
            refuse(column, invalid.code());
            return null;
        }
    }

    private String text(ImportColumn column, int longest, boolean required) {
        String text = cell(column).text();
        if (required && text.isEmpty()) {
            refuse(column, "empty");
        } else if (text.length() > longest) {
            refuse(column, "long." + longest);
        } else if (UNSEEN.matcher(text).find()) {
            refuse(column, "unseen");
        }
        return text;
    }

    private String postalCode() {
        SheetCell cell = cell(ImportColumn.POSTAL_CODE);
        Digits digits = Digits.of(cell, POSTAL_LENGTH);
        String whole = digits.filled(POSTAL_LENGTH);
        if (cell.text().isEmpty()) {
            refuse(ImportColumn.POSTAL_CODE, "empty");
        } else if (digits.digits().length() == POSTAL_LENGTH - 1 && digits.fault().isPresent()) {
            propose(ImportColumn.POSTAL_CODE, "zeros", whole);
        } else if (!digits.digits().matches("[0-9]{5}")) {
            refuse(ImportColumn.POSTAL_CODE, "postal-code");
        }
        return whole;
    }

    /** None given is a small or medium one, as in the form. */
    private SizeCategory size() {
        String plain = ImportColumn.plain(cell(ImportColumn.SIZE).text());
        return switch (plain) {
            case "" -> SizeCategory.PME;
            case "micro", "microentreprise", "micro entreprise", "tpe" -> SizeCategory.MICRO;
            case "pme", "petite ou moyenne entreprise" -> SizeCategory.PME;
            case "eti", "entreprise de taille intermediaire" -> SizeCategory.ETI;
            case "ge", "grande entreprise" -> SizeCategory.GE;
            default -> {
                refuse(ImportColumn.SIZE, "size");
                yield SizeCategory.PME;
            }
        };
    }
}
