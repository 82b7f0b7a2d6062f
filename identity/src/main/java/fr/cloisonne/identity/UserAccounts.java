package fr.cloisonne.identity;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/** The accounts of people. */
@Component
public class UserAccounts {

    private static final String SELECT =
            "SELECT u.id, u.given_name, u.family_name, u.email, u.language FROM platform.user_account u ";

    private static final String JOIN =
            """
            INSERT INTO platform.firm_member
              (firm_id, user_id, verification_type, verified_at, is_external)
            SELECT f.id, u.id, :by, now(), f.proven AND NOT EXISTS (
                     SELECT 1 FROM platform.mail_domain d
                     WHERE d.firm_id = f.id AND d.domain = split_part(u.email_key, '@', 2)
                       AND d.proven_at IS NOT NULL AND d.withdrawn_at IS NULL)
            FROM platform.user_account u,
                 LATERAL (SELECT CAST(:firm AS uuid) AS id, EXISTS (
                            SELECT 1 FROM platform.mail_domain d
                            WHERE d.firm_id = CAST(:firm AS uuid) AND d.proven_at IS NOT NULL
                              AND d.withdrawn_at IS NULL) AS proven) f
            WHERE u.id = :person
            ON CONFLICT DO NOTHING
            """;

    private final JdbcClient platform;
    private final PasswordEncoder passwords;

    UserAccounts(@Qualifier("platformJdbc") JdbcClient platform, PasswordEncoder passwords) {
        this.platform = platform;
        this.passwords = passwords;
    }

    /**
     * Opens an account.
     *
     * @param email unique by its key
     * @param name the person's name
     * @param language French or English
     * @param password in clear; only its hash is kept
     * @return the account
     */
    @PlatformTransaction
    public UserAccountId create(
            EmailAddress email, PersonName name, Locale language, String password) {
        UserAccountId id = new UserAccountId(Uuid7.next());
        platform.sql(
                        "INSERT INTO platform.user_account (id, email, email_key, given_name, family_name, language, password_hash) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id.value(),
                        email.typed(),
                        email.key(),
                        name.given(),
                        name.family(),
                        code(language),
                        passwords.encode(password))
                .update();
        return id;
    }

    /**
     * Attaches a person to a firm, as a colleague without any right yet.
     *
     * @param person the person
     * @param firm the firm
     */
    @PlatformTransaction
    public void join(UserAccountId person, FirmId firm) {
        platform.sql(
                        "INSERT INTO platform.firm_member (firm_id, user_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(firm.value(), person.value())
                .update();
    }

    /**
     * Attaches a person to a firm, as a colleague without any right yet, and keeps what showed that
     * they belong to it. External is whose address lies in no domain of a firm that has proven one.
     *
     * @param person the person
     * @param firm the firm
     * @param by what showed it
     */
    @PlatformTransaction
    public void join(UserAccountId person, FirmId firm, JoinedBy by) {
        platform.sql(JOIN)
                .param("person", person.value())
                .param("firm", firm.value())
                .param("by", by.name())
                .update();
    }

    /**
     * Opens an account without a password, for whom a firm's provider speaks.
     *
     * @param email unique by its key
     * @param name the person's name
     * @return the account, unless the address has one
     */
    @PlatformTransaction
    public Optional<UserAccountId> createWithoutPassword(EmailAddress email, PersonName name) {
        UUID id = Uuid7.next();
        int created =
                platform.sql(
                                "INSERT INTO platform.user_account (id, email, email_key, given_name, family_name) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(id, email.typed(), email.key(), name.given(), name.family())
                        .update();
        return created == 1 ? Optional.of(new UserAccountId(id)) : Optional.empty();
    }

    /**
     * A person.
     *
     * @param id the account
     * @return what is shown of it
     */
    @PlatformTransaction(readOnly = true)
    public PersonCard card(UserAccountId id) {
        return platform.sql(SELECT + "WHERE u.id = ?")
                .param(id.value())
                .query(UserAccounts::card)
                .single();
    }

    /**
     * Several people at once.
     *
     * @param ids the accounts
     * @return those that exist, by id
     */
    @PlatformTransaction(readOnly = true)
    public Map<UserAccountId, PersonCard> cards(Collection<UserAccountId> ids) {
        return platform
                .sql(SELECT + "WHERE u.id = ANY (?)")
                .param(ids.stream().map(UserAccountId::value).distinct().toArray(UUID[]::new))
                .query(UserAccounts::card)
                .stream()
                .collect(Collectors.toMap(PersonCard::id, Function.identity()));
    }

    /**
     * The people of a firm.
     *
     * @param firm the firm
     * @return by family name
     */
    @PlatformTransaction(readOnly = true)
    public List<PersonCard> colleaguesOf(FirmId firm) {
        return platform.sql(
                        SELECT
                                + "JOIN platform.firm_member m ON m.user_id = u.id WHERE m.firm_id = ? ORDER BY u.family_name, u.given_name")
                .param(firm.value())
                .query(UserAccounts::card)
                .list();
    }

    /**
     * Holds an account still until the transaction ends, so that what is decided about it holds.
     *
     * @param id the account
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public void lock(UserAccountId id) {
        platform.sql("SELECT id FROM platform.user_account WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query()
                .singleRow();
    }

    /**
     * Keeps the name by which a person is called.
     *
     * @param id the account
     * @param name the person's name
     */
    @PlatformTransaction
    public void setName(UserAccountId id, PersonName name) {
        platform.sql(
                        "UPDATE platform.user_account SET given_name = ?, family_name = ? WHERE id = ?")
                .params(name.given(), name.family(), id.value())
                .update();
    }

    /**
     * Keeps the language that a person chose.
     *
     * @param id the account
     * @param language French or English
     */
    @PlatformTransaction
    public void setLanguage(UserAccountId id, Locale language) {
        platform.sql("UPDATE platform.user_account SET language = ? WHERE id = ?")
                .params(code(language), id.value())
                .update();
    }

    /**
     * The account of an address.
     *
     * @param emailKey key of the address
     * @return nothing if there is no such account
     */
    @PlatformTransaction(readOnly = true)
    public Optional<UserAccountId> byKey(String emailKey) {
        return platform.sql("SELECT id FROM platform.user_account WHERE email_key = ?")
                .param(emailKey)
                .query((row, n) -> new UserAccountId(row.getObject(1, UUID.class)))
                .optional();
    }

    private static String code(Locale language) {
        return "en".equals(language.getLanguage()) ? "en" : "fr";
    }

    private static PersonCard card(ResultSet row, int number) throws SQLException {
        return new PersonCard(
                new UserAccountId(row.getObject(1, UUID.class)),
                new PersonName(row.getString(2), row.getString(3)),
                row.getString(4),
                Locale.of(row.getString(5)));
    }
}
