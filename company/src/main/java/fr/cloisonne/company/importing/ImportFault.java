package fr.cloisonne.company.importing;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong in one cell of a line.
 *
 * @param column where
 * @param found what stands there, shortened
 * @param code what is wrong; a text says what is expected
 * @param correction what it would be, if that can be told; taken over only with consent
 */
public record ImportFault(
        @Nullable ImportColumn column, String found, String code, @Nullable String correction)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 60;

    /** Shortens what was found; of an account only its ends are kept. */
    public ImportFault {
        found = found.substring(0, Math.min(SHOWN, found.length()));
        if (column == ImportColumn.IBAN && found.length() > 8) {
            found = found.substring(0, 4) + "…" + found.substring(found.length() - 4);
        }
    }

    static ImportFault at(ImportColumn column, String found, String code) {
        return new ImportFault(column, found, code, null);
    }

    static ImportFault ofLine(String code) {
        return new ImportFault(null, "", code, null);
    }
}
