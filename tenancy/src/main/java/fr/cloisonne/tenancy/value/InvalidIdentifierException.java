package fr.cloisonne.tenancy.value;

/** A text that cannot be the identifier it is meant to be; the code says why, for a message. */
public class InvalidIdentifierException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String found;

    /**
     * Refuses a text.
     *
     * @param code {@code <identifier>.<length|characters|checksum|…>}
     * @param found what was given
     */
    public InvalidIdentifierException(String code, String found) {
        super(code + ": " + found);
        this.code = code;
        this.found = found;
    }

    /**
     * Why it was refused.
     *
     * @return a stable code, for instance {@code siren.checksum}
     */
    public String code() {
        return code;
    }

    /**
     * What was given.
     *
     * @return the text, without blanks
     */
    public String found() {
        return found;
    }
}
