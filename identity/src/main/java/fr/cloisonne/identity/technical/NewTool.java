package fr.cloisonne.identity.technical;

import fr.cloisonne.identity.technical.ConnectionRefusedException.Reason;
import java.net.URI;
import java.util.List;

/**
 * A tool of others that is to be registered, into which the firm's people will sign in.
 *
 * @param name its name, as people will read it
 * @param redirectUris where it may have people sent back, each compared whole
 * @param signedOutUris where it may have them sent after signing out, each compared whole
 * @param keepsSecrets whether it has a server that can keep a secret
 */
public record NewTool(
        String name, List<String> redirectUris, List<String> signedOutUris, boolean keepsSecrets) {

    private static final int MOST = 10;

    /** Refuses what is no tool at all. */
    public NewTool {
        name = NewConnection.shown(name);
        redirectUris = redirectUris.stream().map(String::strip).distinct().toList();
        signedOutUris = signedOutUris.stream().map(String::strip).distinct().toList();
        if (redirectUris.isEmpty()
                || redirectUris.size() > MOST
                || signedOutUris.size() > MOST
                || !redirectUris.stream().allMatch(NewTool::address)
                || !signedOutUris.stream().allMatch(NewTool::address)) {
            throw new ConnectionRefusedException(Reason.ADDRESS);
        }
    }

    /** Encrypted, or on the person's own machine; whole, and without what a browser keeps back. */
    private static boolean address(String text) {
        try {
            URI uri = URI.create(text);
            String host = uri.getHost();
            boolean own = "localhost".equals(host) || "127.0.0.1".equals(host);
            return host != null
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null
                    && !text.contains("*")
                    && text.length() <= 500
                    && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && own));
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }
}
