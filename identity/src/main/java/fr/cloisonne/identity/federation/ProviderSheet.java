package fr.cloisonne.identity.federation;

import java.io.Serializable;

/**
 * A provider on its firm's page; the secret is never on it.
 *
 * @param id the provider
 * @param form what was said of it, the secret left out
 * @param live whether people sign in through it
 * @param tried whether these very settings have been tried and answered well
 * @param redirect the address to register there for answers
 * @param signOutTarget the address to register there for after sign-out
 * @param backChannel the address to register there for sign-outs, from server to server
 * @param frontChannel the same, through the person's browser
 * @param initiate the address to register there for sign-ins that begin at its portal
 * @param keys the address to register there for our keys, where one of them proves us
 */
public record ProviderSheet(
        ProviderId id,
        ProviderForm form,
        boolean live,
        boolean tried,
        String redirect,
        String signOutTarget,
        String backChannel,
        String frontChannel,
        String initiate,
        String keys)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
