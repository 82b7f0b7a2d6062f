package fr.cloisonne.identity.habilitation;

/** The person sees the product as a colleague does, and does nothing meanwhile. */
public class SeeingOnlyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SeeingOnlyException() {
        super("Whoever sees as a colleague does nothing");
    }
}
