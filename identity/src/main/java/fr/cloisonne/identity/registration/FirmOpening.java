package fr.cloisonne.identity.registration;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.registration.FirmRequests.Asked;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What operators decide: which of the firms that were asked for open. */
@Component
public class FirmOpening {

    /** Longest proof or reason. */
    public static final int LONGEST = 500;

    private final Operators operators;
    private final FreshProof proof;
    private final FirmRequests requests;
    private final Attachments attachments;
    private final Firms firms;
    private final Granting granting;
    private final UserAccounts accounts;
    private final AuditTrail audit;
    private final Outbox outbox;

    FirmOpening(
            Operators operators,
            FreshProof proof,
            FirmRequests requests,
            Attachments attachments,
            Firms firms,
            Granting granting,
            UserAccounts accounts,
            AuditTrail audit,
            Outbox outbox) {
        this.operators = operators;
        this.proof = proof;
        this.requests = requests;
        this.attachments = attachments;
        this.firms = firms;
        this.granting = granting;
        this.accounts = accounts;
        this.audit = audit;
        this.outbox = outbox;
    }

    /**
     * The firms that wait.
     *
     * @param operator who asks
     * @return the oldest first
     * @throws NotAnOperatorException if that is nobody's business of theirs
     */
    @PlatformTransaction(readOnly = true)
    public List<FirmRequestLine> waiting(UserAccountId operator) {
        operators.require(operator);
        return requests.waiting();
    }

    /**
     * Opens a firm; the person who asked is its administrator. If its SIREN is an open firm's by
     * now, that firm's administrators are asked instead.
     *
     * @param operator who decides
     * @param firm which
     * @param proof on the strength of what
     * @throws NotAnOperatorException if they may not
     * @throws IllegalStateException if it does not wait, or nothing is said of the proof
     */
    @PlatformTransaction
    public void approve(UserAccountId operator, FirmId firm, String proof) {
        Asked asked = waiting(operator, firm, proof);
        Optional<FirmId> there = firms.openWith(asked.siren());
        if (there.isPresent()) {
            firms.refuse(firm);
            attachments.ask(there.get(), asked.person(), asked.capacity());
        } else {
            firms.open(firm);
            granting.begin(firm, asked.person());
        }
        decided(operator, firm, proof, there.isPresent() ? "firm.refused" : "firm.opened");
    }

    /**
     * Refuses a firm.
     *
     * @param operator who decides
     * @param firm which
     * @param reason why, told to the person who asked
     * @throws NotAnOperatorException if they may not
     * @throws IllegalStateException if it does not wait, or no reason is given
     */
    @PlatformTransaction
    public void refuse(UserAccountId operator, FirmId firm, String reason) {
        waiting(operator, firm, reason);
        firms.refuse(firm);
        decided(operator, firm, reason, "firm.refused");
    }

    private Asked waiting(UserAccountId operator, FirmId firm, String words) {
        operators.require(operator);
        proof.require(operator);
        if (words.isBlank()) {
            throw new IllegalStateException("Nothing is said of why");
        }
        return requests.find(firm)
                .filter(one -> one.state().equals("REQUESTED"))
                .orElseThrow(() -> new IllegalStateException("No firm waits there"));
    }

    private void decided(UserAccountId operator, FirmId firm, String words, String act) {
        String said = words.strip();
        requests.answer(firm, operator, said.substring(0, Math.min(LONGEST, said.length())));
        audit.recordInFirm(firm, operator, act, Map.of());
        audit.recordInService(operator, act, Map.of("firm", firm.toString()));
        outbox.record(new FirmDecided(firm));
    }

    /**
     * A decision, as it is told.
     *
     * @param firm which
     * @return what there is to say to the person who asked
     */
    @PlatformTransaction(readOnly = true)
    public Optional<FirmNews> news(FirmId firm) {
        return requests.find(firm)
                .map(asked ->
                        new FirmNews(
                                accounts.card(asked.person()),
                                firms.cards(List.of(firm)).getFirst(),
                                asked.state().equals("OPEN"),
                                asked.state().equals("OPEN") ? "" : asked.answer()));
    }
}
