package fr.cloisonne.identity.issuer;

import fr.cloisonne.identity.UserAccountId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A person with a real account, as the issuer vouches for them: who, since when, how surely. */
final class PersonAtIssuer extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    static final String ONE_FACTOR = "1fa";
    static final String TWO_FACTORS = "2fa";

    private final UserAccountId id;
    private final @Nullable UUID session;
    private final Instant at;
    private final @Nullable Instant askedAgain;
    private final String[] methods;

    /** The methods are those of RFC 8176. */
    PersonAtIssuer(
            UserAccountId id,
            @Nullable UUID session,
            Instant at,
            List<String> methods,
            @Nullable Instant askedAgain) {
        super(List.of());
        this.id = id;
        this.session = session;
        this.at = at;
        this.askedAgain = askedAgain;
        this.methods = methods.toArray(String[]::new);
        setAuthenticated(true);
    }

    UserAccountId id() {
        return id;
    }

    @Nullable UUID session() {
        return session;
    }

    Instant at() {
        return at;
    }

    /** Whether they have signed in since this very request sent them to do so. */
    boolean answered() {
        return askedAgain != null && !at.isBefore(askedAgain);
    }

    List<String> methods() {
        return List.of(methods);
    }

    /** By one factor or by two. */
    String level() {
        return methods().contains("mfa") ? TWO_FACTORS : ONE_FACTOR;
    }

    @Override
    public Object getPrincipal() {
        return id.toString();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PersonAtIssuer that && id.equals(that.id) && at.equals(that.at);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
