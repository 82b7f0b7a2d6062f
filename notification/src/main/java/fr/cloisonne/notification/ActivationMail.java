package fr.cloisonne.notification;

import fr.cloisonne.identity.account.ActivationRequested;
import fr.cloisonne.identity.account.Activations;
import fr.cloisonne.identity.account.Activations.Message;
import fr.cloisonne.identity.account.Activations.Reader;
import java.util.List;
import org.springframework.stereotype.Component;

/** Brings the link that opens an account; to a mailbox that has one already it says just that. */
@Component
class ActivationMail implements MailTemplate<ActivationRequested> {

    private final Activations activations;

    ActivationMail(Activations activations) {
        this.activations = activations;
    }

    @Override
    public Class<ActivationRequested> event() {
        return ActivationRequested.class;
    }

    @Override
    public List<Letter> letters(ActivationRequested event) {
        return activations.mintLink(event.activation()).map(ActivationMail::letter).stream()
                .toList();
    }

    private static Letter letter(Message message) {
        return switch (message) {
            case Message.Link link -> link(link.reader(), link.secret());
            case Message.AlreadyKnown known ->
                    new Letter(
                            to(known.reader()),
                            "account-known",
                            List.of(),
                            "/account/firms?asked=" + known.activation());
        };
    }

    static Letter link(Reader reader, String secret) {
        return new Letter(
                to(reader), "activation", List.of(reader.email()), "/activate?t=" + secret);
    }

    private static Recipient to(Reader reader) {
        return new Recipient(reader.email(), reader.name().display(), reader.language());
    }
}
