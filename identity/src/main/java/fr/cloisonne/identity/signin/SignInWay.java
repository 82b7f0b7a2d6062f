package fr.cloisonne.identity.signin;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** By which way a person came in. */
public sealed interface SignInWay extends Serializable {

    /**
     * A word for it, kept in the audit trail.
     *
     * @return {@code password}, {@code passkey} or the provider's id
     */
    String word();

    /**
     * What coming in this way has proven.
     *
     * @return the first factor
     */
    Factor proves();

    /** The account's password. */
    record Password() implements SignInWay {

        private static final long serialVersionUID = 1L;

        @Override
        public String word() {
            return "password";
        }

        @Override
        public Factor proves() {
            return Factor.PASSWORD;
        }
    }

    /** A passkey of the account. */
    record Passkey() implements SignInWay {

        private static final long serialVersionUID = 1L;

        @Override
        public String word() {
            return "passkey";
        }

        @Override
        public Factor proves() {
            return Factor.PASSKEY;
        }
    }

    /**
     * An identity provider that vouched for the person.
     *
     * @param id its registration here
     * @param issuer its issuer
     * @param sub the person there
     * @param sid the session there, if it says so
     */
    record Provider(String id, String issuer, String sub, @Nullable String sid)
            implements SignInWay {

        private static final long serialVersionUID = 1L;

        @Override
        public String word() {
            return id;
        }

        @Override
        public Factor proves() {
            return Factor.PROVIDER;
        }
    }
}
