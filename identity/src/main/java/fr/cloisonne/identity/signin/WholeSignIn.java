package fr.cloisonne.identity.signin;

import fr.cloisonne.identity.SignedInPerson;
import fr.cloisonne.identity.UserAccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A sign-in that asks for nothing more: its second factor is proven, or its first was two in one.
 */
public final class WholeSignIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final PendingSignIn first;
    private final @Nullable Factor second;

    WholeSignIn(PendingSignIn first, @Nullable Factor second) {
        super(List.of(new SimpleGrantedAuthority("ROLE_USER")));
        this.first = first;
        this.second = second;
        setAuthenticated(true);
    }

    /**
     * How it began.
     *
     * @return the first factor's sign-in
     */
    public PendingSignIn first() {
        return first;
    }

    /** A passkey is two factors in one. */
    static WholeSignIn byPasskey(UserAccountId person, @Nullable String link) {
        var way = new SignInWay.Passkey();
        return new WholeSignIn(new PendingSignIn(person, way, link, Instant.MAX), null);
    }

    /**
     * How it ended.
     *
     * @return the second factor, or null where the first was enough
     */
    public @Nullable Factor second() {
        return second;
    }

    @Override
    public SignedInPerson getPrincipal() {
        return new SignedInPerson(first.person());
    }

    @Override
    public String getCredentials() {
        return "";
    }
}
