package fr.cloisonne.identity.account;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.PasswordHashes;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.signin.Factor;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.SecondFactors;
import fr.cloisonne.identity.signin.SignedInId;
import fr.cloisonne.identity.signin.SignedInSession;
import fr.cloisonne.identity.signin.SignedInSessions;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Proof by a link to the account's mailbox, for whom a provider brought and who has neither a
 * password nor a second factor here: as good as the link by which they could choose a password. It
 * counts in the session that asked for it and in no other, so that neither the session nor the
 * mailbox is enough alone.
 */
@Component
public class MailboxProof {

    private final PasswordHashes hashes;
    private final SecondFactors factors;
    private final SignedInSessions sessions;
    private final FreshProof proof;
    private final MailLinks links;
    private final AskBound bound;
    private final AuditTrail audit;
    private final Outbox outbox;

    MailboxProof(
            PasswordHashes hashes,
            SecondFactors factors,
            SignedInSessions sessions,
            FreshProof proof,
            MailLinks links,
            AskBound bound,
            AuditTrail audit,
            Outbox outbox) {
        this.hashes = hashes;
        this.factors = factors;
        this.sessions = sessions;
        this.proof = proof;
        this.links = links;
        this.bound = bound;
        this.audit = audit;
        this.outbox = outbox;
    }

    /**
     * Whether a person has nothing else to show.
     *
     * @param person who
     * @return false for whoever has a password or a second factor
     */
    @PlatformTransaction(readOnly = true)
    public boolean isOnlyWay(UserAccountId person) {
        return hashes.of(person).isEmpty() && !factors.of(person).any();
    }

    /**
     * Asks for the link, for this session.
     *
     * @param person who is signed in
     * @param origin whence it is asked
     * @throws AskedTooOftenException if too much is asked for from there
     */
    @PlatformTransaction
    public void ask(UserAccountId person, String origin) {
        bound.require(origin);
        here(person)
                .filter(session -> isOnlyWay(person))
                .ifPresent(session -> outbox.record(new MailboxProofAsked(person, session)));
    }

    private Optional<SignedInId> here(UserAccountId person) {
        return sessions.current()
                .filter(session -> session.person().equals(person))
                .map(SignedInSession::id);
    }

    /**
     * Makes the link while the mail is written; those before it open no more.
     *
     * @param asked for whom and which session
     * @return its secret, unless that session is over
     */
    @PlatformTransaction
    public Optional<String> mintLink(MailboxProofAsked asked) {
        return sessions.of(asked.person()).stream()
                .filter(session -> session.id().equals(asked.session()))
                .findFirst()
                .map(session -> links.mint(LinkPurpose.PROOF, session.id().value()));
    }

    /**
     * How a link stands.
     *
     * @param secret as the link carries it
     * @return the state
     */
    @PlatformTransaction(readOnly = true)
    public LinkState state(String secret) {
        return links.find(LinkPurpose.PROOF, secret).state();
    }

    /**
     * The link was opened: this session's person has shown who they are.
     *
     * @param person who is signed in
     * @param secret as the link carries it
     * @return false if another session asked for it, which uses nothing up
     * @throws LinkRefusedException if the link does not open
     */
    @PlatformTransaction
    public boolean use(UserAccountId person, String secret) {
        SignedInId asked = new SignedInId(links.find(LinkPurpose.PROOF, secret).orRefuse());
        if (here(person).filter(asked::equals).isEmpty() || !isOnlyWay(person)) {
            return false;
        }
        links.spend(LinkPurpose.PROOF, secret);
        proof.given(person, Factor.MAILBOX);
        audit.recordInService(person, "proof.given", Map.of("factor", Factor.MAILBOX.name()));
        return true;
    }
}
