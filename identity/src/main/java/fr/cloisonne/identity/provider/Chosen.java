package fr.cloisonne.identity.provider;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** The person that a visitor chose to be, and how surely. */
final class Chosen extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    static final List<String> LEVELS = List.of("eidas1", "eidas2", "eidas3");

    private final String login;
    private final String level;
    private final Scenario scenario;
    private final Instant at;

    Chosen(String login, String level, Scenario scenario, Instant at) {
        super(List.of(factor(at)));
        this.login = login;
        this.level = level;
        this.scenario = scenario;
        this.at = at;
        setAuthenticated(true);
    }

    /** From this the authorization server takes {@code auth_time}. */
    private static FactorGrantedAuthority factor(Instant at) {
        return FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                .issuedAt(at)
                .build();
    }

    String login() {
        return login;
    }

    String level() {
        return level;
    }

    Scenario scenario() {
        return scenario;
    }

    Instant at() {
        return at;
    }

    @Override
    public Object getPrincipal() {
        return login;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Chosen that
                && login.equals(that.login)
                && level.equals(that.level)
                && at.equals(that.at);
    }

    @Override
    public int hashCode() {
        return login.hashCode();
    }
}
