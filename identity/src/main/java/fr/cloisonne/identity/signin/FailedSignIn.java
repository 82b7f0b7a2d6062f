package fr.cloisonne.identity.signin;

/** Whoever may help a person whose sign-in by password failed. */
public interface FailedSignIn {

    /**
     * A sign-in failed; the answer to the browser says nothing of what is done here.
     *
     * @param typed the address as typed
     */
    void failed(String typed);
}
