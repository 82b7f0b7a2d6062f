package fr.cloisonne.notification;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Letters about an account, to its person, so that nothing changes there without their knowing. */
@Component
class AccountTold {

    private final UserAccounts accounts;

    AccountTold(UserAccounts accounts) {
        this.accounts = accounts;
    }

    List<Letter> toOwner(UserAccountId person, String name, Object... about) {
        return accounts.cards(List.of(person)).values().stream()
                .map(card ->
                        new Letter(
                                Recipient.of(card),
                                name,
                                List.copyOf(Arrays.asList(about)),
                                "/account/security"))
                .toList();
    }
}
