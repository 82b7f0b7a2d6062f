package fr.cloisonne.identity.account;

import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PasswordHashes;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.signin.SignInThrottle;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What of an account its owner may change: the password and the address. */
@Component
class AccountRows {

    private static final String ANYWHERE = "";

    private final JdbcClient platform;
    private final PasswordEncoder passwords;
    private final PasswordHashes hashes;
    private final SignInThrottle throttle;

    AccountRows(
            @Qualifier("platformJdbc") JdbcClient platform,
            PasswordEncoder passwords,
            PasswordHashes hashes,
            SignInThrottle throttle) {
        this.platform = platform;
        this.passwords = passwords;
        this.hashes = hashes;
        this.throttle = throttle;
    }

    static String code(Locale language) {
        return "en".equals(language.getLanguage()) ? "en" : "fr";
    }

    /**
     * Asks for the person's password; somebody else at their open session cannot guess on.
     *
     * @throws WrongPasswordException if it is another, or there is none, or too many were tried
     */
    void require(UserAccountId person, String password) {
        String account = "own " + person;
        if (!throttle.begin(account, ANYWHERE)) {
            throw new WrongPasswordException(true);
        }
        if (hashes.of(person).filter(hash -> matches(password, hash)).isEmpty()) {
            throw new WrongPasswordException(false);
        }
        throttle.passed(account, ANYWHERE);
    }

    /** In a flood of sign-ins no hash is made in time: then nothing was looked at. */
    private boolean matches(String password, String hash) {
        try {
            return passwords.matches(password, hash);
        } catch (AuthenticationException flood) {
            throw new WrongPasswordException(true);
        }
    }

    /** What the person's firms are called. */
    List<String> firmWords(UserAccountId person) {
        return platform.sql(
                        "SELECT f.legal_name || ' ' || f.short_name || ' ' || f.siren FROM platform.firm f JOIN platform.firm_member m ON m.firm_id = f.id WHERE m.user_id = ?")
                .param(person.value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    void setPassword(UserAccountId person, String password) {
        platform.sql("UPDATE platform.user_account SET password_hash = ? WHERE id = ?")
                .params(passwords.encode(password), person.value())
                .update();
    }

    void setAddress(UserAccountId person, EmailAddress email) {
        platform.sql("UPDATE platform.user_account SET email = ?, email_key = ? WHERE id = ?")
                .params(email.typed(), email.key(), person.value())
                .update();
    }
}
