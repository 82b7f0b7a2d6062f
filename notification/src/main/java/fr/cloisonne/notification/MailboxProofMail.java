package fr.cloisonne.notification;

import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.account.MailboxProof;
import fr.cloisonne.identity.account.MailboxProofAsked;
import java.util.List;
import org.springframework.stereotype.Component;

/** The link by which a person without a password proves who they are. */
@Component
class MailboxProofMail implements MailTemplate<MailboxProofAsked> {

    private final MailboxProof proof;
    private final UserAccounts accounts;

    MailboxProofMail(MailboxProof proof, UserAccounts accounts) {
        this.proof = proof;
        this.accounts = accounts;
    }

    @Override
    public Class<MailboxProofAsked> event() {
        return MailboxProofAsked.class;
    }

    @Override
    public List<Letter> letters(MailboxProofAsked event) {
        return proof.mintLink(event).stream()
                .map(secret ->
                        new Letter(
                                Recipient.of(accounts.card(event.person())),
                                "mailbox-proof",
                                List.of(),
                                "/proof?t=" + secret))
                .toList();
    }
}
