package fr.cloisonne.company;

/** The firm has taken on as many companies within a day as the service allows. */
public class TooManyAdditionsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int most;

    TooManyAdditionsException(int most) {
        super("At most " + most + " companies within a day");
        this.most = most;
    }

    /**
     * The bound.
     *
     * @return how many a firm may take on within 24 hours
     */
    public int most() {
        return most;
    }
}
