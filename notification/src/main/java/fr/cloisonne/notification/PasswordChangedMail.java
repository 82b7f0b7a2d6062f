package fr.cloisonne.notification;

import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.account.PasswordChanged;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a person that their password is another, and what to do if it was not them. */
@Component
class PasswordChangedMail implements MailTemplate<PasswordChanged> {

    private final UserAccounts accounts;

    PasswordChangedMail(UserAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Class<PasswordChanged> event() {
        return PasswordChanged.class;
    }

    @Override
    public List<Letter> letters(PasswordChanged event) {
        return accounts.cards(List.of(event.person())).values().stream()
                .map(person ->
                        new Letter(Recipient.of(person), "password-changed", List.of(), "/recover"))
                .toList();
    }
}
