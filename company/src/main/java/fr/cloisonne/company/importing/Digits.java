package fr.cloisonne.company.importing;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What spreadsheets do to numbers that are none: they drop the zeros in front, and write long ones
 * as 9,00000019E+13. Both are told by name. Of the first the number can be made out, and is
 * proposed; of the second the end is lost.
 *
 * @param digits what was written, without blanks
 * @param fault what happened to it, if anything did
 */
record Digits(String digits, Optional<Fault> fault) {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u202F\\u2009.\\-'’]+");
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9][.,]?[0-9]*[eE]\\+?[0-9]{1,2}");

    /** What a spreadsheet did. */
    enum Fault {
        SCIENTIFIC,
        ZEROS_LOST
    }

    /** Reads a cell that should hold this many digits. */
    static Digits of(SheetCell cell, int length) {
        if (SCIENTIFIC.matcher(cell.text()).matches()) {
            return new Digits(cell.text(), Optional.of(Fault.SCIENTIFIC));
        }
        String digits = BLANKS.matcher(cell.text()).replaceAll("");
        boolean shorter = digits.length() < length && digits.length() >= length - 2;
        return shorter && digits.matches("[1-9][0-9]*")
                ? new Digits(digits, Optional.of(Fault.ZEROS_LOST))
                : new Digits(digits, Optional.empty());
    }

    /** With the zeros in front again. */
    String filled(int length) {
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }
}
