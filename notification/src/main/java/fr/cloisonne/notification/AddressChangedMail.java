package fr.cloisonne.notification;

import fr.cloisonne.identity.account.AddressChange;
import fr.cloisonne.identity.account.AddressChanged;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the old mailbox that it opens the account no more. */
@Component
class AddressChangedMail implements MailTemplate<AddressChanged> {

    private final AddressChange changes;

    AddressChangedMail(AddressChange changes) {
        this.changes = changes;
    }

    @Override
    public Class<AddressChanged> event() {
        return AddressChanged.class;
    }

    @Override
    public List<Letter> letters(AddressChanged event) {
        return changes.done(event.change()).stream()
                .map(done ->
                        new Letter(
                                new Recipient(
                                        done.oldEmail(),
                                        done.person().name().display(),
                                        done.person().language()),
                                "address-changed",
                                List.of(done.oldEmail()),
                                null))
                .toList();
    }
}
