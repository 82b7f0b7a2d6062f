package fr.cloisonne.identity;

import fr.cloisonne.db.PlatformTransaction;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The passwords of accounts as they are kept, for the check of a proof and nothing else. */
@Component
public class PasswordHashes {

    private final JdbcClient platform;

    PasswordHashes(@Qualifier("platformJdbc") JdbcClient platform) {
        this.platform = platform;
    }

    /**
     * What local sign-in needs of an account.
     *
     * @param id which
     * @param passwordHash its hash, if it has a password
     */
    public record Credentials(UserAccountId id, @Nullable String passwordHash) {

        @Override
        public String toString() {
            return "Credentials of " + id;
        }
    }

    /**
     * The password of an address.
     *
     * @param emailKey key of the address
     * @return what is kept, if there is such an account
     */
    @PlatformTransaction(readOnly = true)
    public Optional<Credentials> ofAddress(String emailKey) {
        return platform.sql(
                        "SELECT id, password_hash FROM platform.user_account WHERE email_key = ?")
                .param(emailKey)
                .query((row, n) ->
                        new Credentials(
                                new UserAccountId(row.getObject(1, UUID.class)), row.getString(2)))
                .optional();
    }

    /**
     * The password of an account.
     *
     * @param id the account
     * @return its hash, if it has a password
     */
    @PlatformTransaction(readOnly = true)
    public Optional<String> of(UserAccountId id) {
        return platform.sql("SELECT password_hash FROM platform.user_account WHERE id = ?")
                .param(id.value())
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(hash -> hash);
    }

    /**
     * Puts a stronger hash of the same password in place of a weaker one.
     *
     * @param id the account
     * @param weaker what was checked; another password set in the meantime stays
     * @param stronger of the same password
     */
    @PlatformTransaction
    public void replace(UserAccountId id, String weaker, String stronger) {
        platform.sql(
                        "UPDATE platform.user_account SET password_hash = ? WHERE id = ? AND password_hash = ?")
                .params(stronger, id.value(), weaker)
                .update();
    }
}
