package fr.cloisonne.notification;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.account.AddressChange;
import fr.cloisonne.identity.account.AddressChange.Message;
import fr.cloisonne.identity.account.AddressChangeAsked;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks the new mailbox to prove itself. */
@Component
class AddressChangeMail implements MailTemplate<AddressChangeAsked> {

    private final AddressChange changes;

    AddressChangeMail(AddressChange changes) {
        this.changes = changes;
    }

    @Override
    public Class<AddressChangeAsked> event() {
        return AddressChangeAsked.class;
    }

    @Override
    public List<Letter> letters(AddressChangeAsked event) {
        return changes.mintLink(event.change()).map(AddressChangeMail::letter).stream().toList();
    }

    private static Letter letter(Message message) {
        return switch (message) {
            case Message.Link link ->
                    new Letter(
                            to(link.person(), link.email()),
                            "address-link",
                            List.of(link.email()),
                            "/address?t=" + link.secret());
            case Message.Taken taken ->
                    new Letter(
                            to(taken.person(), taken.email()),
                            "address-taken",
                            List.of(taken.email()),
                            "/sign-in");
        };
    }

    private static Recipient to(PersonCard person, String email) {
        return new Recipient(email, person.name().display(), person.language());
    }
}
