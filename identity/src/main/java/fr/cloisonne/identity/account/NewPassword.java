package fr.cloisonne.identity.account;

import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.signin.SecondFactors;
import fr.cloisonne.identity.signin.SessionEnd;
import fr.cloisonne.identity.signin.SessionEnding;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What every change of a password brings with it, however it came about. */
@Component
class NewPassword {

    private final AccountRows accounts;
    private final PasswordPolicy policy;
    private final WaitingChanges waiting;
    private final SessionEnding sessions;
    private final SecondFactors factors;
    private final AuditTrail audit;
    private final Outbox outbox;

    NewPassword(
            AccountRows accounts,
            PasswordPolicy policy,
            WaitingChanges waiting,
            SessionEnding sessions,
            SecondFactors factors,
            AuditTrail audit,
            Outbox outbox) {
        this.accounts = accounts;
        this.policy = policy;
        this.waiting = waiting;
        this.sessions = sessions;
        this.factors = factors;
        this.audit = audit;
        this.outbox = outbox;
    }

    /** What is known of a person: names, address, firms. */
    Set<String> context(PersonCard person) {
        Set<String> context = new HashSet<>(accounts.firmWords(person.id()));
        context.add(person.email());
        context.add(person.name().given());
        context.add(person.name().family());
        return context;
    }

    boolean besideAFactor(UserAccountId person) {
        return factors.of(person).any();
    }

    /** Sets it; whatever was under way to another address or password is over. */
    void set(PersonCard person, String password, String act, boolean everywhere) {
        policy.require(password, context(person), besideAFactor(person.id()));
        accounts.setPassword(person.id(), password);
        waiting.withdraw(person.id());
        if (everywhere) {
            sessions.endAll(person.id(), SessionEnd.PASSWORD_CHANGED);
        } else {
            sessions.endOthers(person.id(), SessionEnd.PASSWORD_CHANGED);
        }
        audit.recordOfAccount(person.id(), act, Map.of(), Map.of());
        outbox.record(new PasswordChanged(person.id()));
    }
}
