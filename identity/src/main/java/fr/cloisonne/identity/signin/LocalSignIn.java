package fr.cloisonne.identity.signin;

import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PasswordHashes;
import fr.cloisonne.identity.PasswordHashes.Credentials;
import fr.cloisonne.identity.SignedInPerson;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks e-mail and password. An unknown address costs the same hash and gets the same answer as a
 * wrong password, so that nobody learns which addresses exist.
 */
@Component
public class LocalSignIn implements AuthenticationProvider {

    private final PasswordHashes hashes;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;
    private final ObjectProvider<FailedSignIn> help;
    private final String nobodysHash;

    LocalSignIn(
            PasswordHashes hashes,
            PasswordEncoder passwords,
            SignInThrottle throttle,
            ObjectProvider<FailedSignIn> help) {
        this.hashes = hashes;
        this.passwords = passwords;
        this.throttle = throttle;
        this.help = help;
        this.nobodysHash = String.valueOf(passwords.encode(unknown()));
    }

    private static String unknown() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /**
     * The authentication of a person who has been recognised, however that was.
     *
     * @param person the person
     * @return authenticated, without rights
     */
    public static Authentication recognised(SignedInPerson person) {
        return UsernamePasswordAuthenticationToken.authenticated(
                person, null, List.of(new SimpleGrantedAuthority("ROLE_USER")));
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String account = key(attempt.getName());
        String address = address(attempt);
        if (!throttle.begin(account, address)) {
            throw new SlowDownException();
        }
        Optional<Credentials> known = hashes.ofAddress(account);
        // An account without a password takes as long to refuse, and is opened by none.
        String own = known.map(Credentials::passwordHash).orElse(null);
        String typed = String.valueOf(attempt.getCredentials());
        boolean right = passwords.matches(typed, own == null ? nobodysHash : own);
        if (!right || own == null || known.isEmpty()) {
            help.ifAvailable(one -> one.failed(attempt.getName()));
            throw new BadCredentialsException("Wrong address or password");
        }
        throttle.passed(account, address);
        strengthen(known.get(), typed, own);
        return recognised(new SignedInPerson(known.get().id()));
    }

    /**
     * A hash that was made when hashes were cheaper is made anew, now that its password is here.
     */
    private void strengthen(Credentials known, String password, String hash) {
        if (passwords.upgradeEncoding(hash)) {
            hashes.replace(known.id(), hash, String.valueOf(passwords.encode(password)));
        }
    }

    /** The key of the address that was typed, if a password was tried with it. */
    static @Nullable String account(@Nullable Authentication attempt) {
        return attempt instanceof UsernamePasswordAuthenticationToken
                ? key(attempt.getName())
                : null;
    }

    private static String key(String typed) {
        try {
            return new EmailAddress(typed).key();
        } catch (IllegalArgumentException noAddress) {
            String text = typed.toLowerCase(Locale.ROOT);
            return text.substring(0, Math.min(text.length(), 254));
        }
    }

    private static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
