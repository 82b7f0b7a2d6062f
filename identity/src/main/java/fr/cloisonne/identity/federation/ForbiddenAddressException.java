package fr.cloisonne.identity.federation;

import java.io.IOException;
import java.net.URI;

/** An address that a firm's provider may not have: not https, not public, or nowhere. */
class ForbiddenAddressException extends IOException {

    private static final long serialVersionUID = 1L;

    ForbiddenAddressException(URI address) {
        super("Not an address for a provider: " + address);
    }

    ForbiddenAddressException(URI address, Throwable cause) {
        super("Not an address for a provider: " + address, cause);
    }
}
