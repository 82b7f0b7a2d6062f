package fr.cloisonne.identity.federation;

/** What is found at a provider's address speaks for another issuer. */
class AnotherIssuerException extends ProviderUnavailableException {

    private static final long serialVersionUID = 1L;

    AnotherIssuerException() {
        super("The metadata are of another issuer");
    }
}
