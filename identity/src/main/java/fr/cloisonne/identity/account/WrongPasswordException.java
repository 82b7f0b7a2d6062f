package fr.cloisonne.identity.account;

/** The present password, asked for as proof, is another, or too many others came before it. */
public class WrongPasswordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean tooMany;

    WrongPasswordException(boolean tooMany) {
        super(tooMany ? "Too many wrong passwords" : "Another password");
        this.tooMany = tooMany;
    }

    /**
     * Whether the password was not even looked at.
     *
     * @return true where the person must wait, a minute at most
     */
    public boolean tooMany() {
        return tooMany;
    }
}
