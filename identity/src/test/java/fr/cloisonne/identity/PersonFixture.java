package fr.cloisonne.identity;

import fr.cloisonne.tenancy.value.FirmId;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Fictional people, each new at every call. */
public final class PersonFixture {

    /** Everybody's password. */
    public static final String PASSWORD = "un-mot-de-passe-long";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private PersonFixture() {}

    /**
     * A colleague of a firm, without any right.
     *
     * @param accounts where
     * @param firm the firm
     * @return the account
     */
    public static UserAccountId colleague(UserAccounts accounts, FirmId firm) {
        UserAccountId id =
                accounts.create(
                        new EmailAddress(
                                "personne" + NUMBER.incrementAndGet() + "@cabinet.example"),
                        new PersonName("Élodie", "Numéro " + NUMBER.get()),
                        Locale.FRENCH,
                        PASSWORD);
        accounts.join(id, firm);
        return id;
    }
}
