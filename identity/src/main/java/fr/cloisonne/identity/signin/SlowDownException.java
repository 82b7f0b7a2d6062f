package fr.cloisonne.identity.signin;

import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords from here in a row: the next try must wait a little. */
class SlowDownException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    SlowDownException() {
        super("Too many tries");
    }
}
