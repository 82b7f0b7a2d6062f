package fr.cloisonne.identity.federation;

import java.io.Serializable;

/**
 * How sign-out travels between a provider and us.
 *
 * @param there whether signing out here goes on at the provider (RP-Initiated Logout)
 * @param backChannel whether the provider may end sessions here, from server to server
 * @param frontChannel whether it may, through the person's browser
 */
public record SignOutWays(boolean there, boolean backChannel, boolean frontChannel)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Both ends, from server to server. */
    public static final SignOutWays USUAL = new SignOutWays(true, true, false);
}
