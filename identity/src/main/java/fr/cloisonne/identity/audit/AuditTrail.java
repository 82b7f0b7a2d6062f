package fr.cloisonne.identity.audit;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.TenantTransaction;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.tenancy.CurrentTenant;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes what was done, in the transaction that does it: if it cannot be written, it is not done.
 * One chain per firm and one of the service in the platform, one per client company in its own
 * schema. Rows hold ids and codes, never names.
 */
@Component
public class AuditTrail {

    /** The service's own chain: sign-ins that match no firm. */
    static final UUID SERVICE = new UUID(0, 0);

    private final Chain platform;
    private final Chain company;
    private final CurrentTenant tenant;
    private final Checkpoints checkpoints;
    private final ActGate gate;
    private final Outbox outbox;

    /** Asked for at each act: whoever knows the answer asks the session, which writes here too. */
    private final ObjectProvider<InWhosePlace> inWhosePlace;

    AuditTrail(
            Chains chains,
            CurrentTenant tenant,
            Checkpoints checkpoints,
            ActGate gate,
            Outbox outbox,
            ObjectProvider<InWhosePlace> inWhosePlace) {
        this.platform = chains.platform();
        this.company = chains.company();
        this.tenant = tenant;
        this.checkpoints = checkpoints;
        this.gate = gate;
        this.outbox = outbox;
        this.inWhosePlace = inWhosePlace;
    }

    /**
     * Writes an act of a firm for which nobody used a right that can be lent.
     *
     * @param firm whose chain
     * @param actor who did it; the service if null
     * @param act a code
     * @param details ids and codes
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public void recordInFirm(
            FirmId firm, @Nullable UserAccountId actor, String act, Map<String, String> details) {
        write(firm, actor, null, act, List.of(details));
    }

    /**
     * Writes an act for which a right over a firm was used, and in whose place where it was lent.
     *
     * @param firm whose chain, and where the right was used
     * @param actor who did it; the service if null
     * @param used by which right
     * @param act a code
     * @param details ids and codes
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public void recordUse(
            FirmId firm,
            @Nullable UserAccountId actor,
            Right used,
            String act,
            Map<String, String> details) {
        recordUse(new Scope.WholeFirm(firm), actor, used, act, details);
    }

    /**
     * The same for a right that was used in a part of a firm.
     *
     * @param scope where; written to its firm's chain
     * @param actor who did it; the service if null
     * @param used by which right
     * @param act a code
     * @param details ids and codes
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public void recordUse(
            Scope scope,
            @Nullable UserAccountId actor,
            Right used,
            String act,
            Map<String, String> details) {
        write(scope.firm(), actor, giver(scope, actor, used), act, List.of(details));
    }

    /**
     * The same for an act that was done to many, a row for each.
     *
     * @param firm whose chain, and where the right was used
     * @param actor who did it; the service if null
     * @param used by which right
     * @param act a code
     * @param each ids and codes, one map a row
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public void recordEachUse(
            FirmId firm,
            @Nullable UserAccountId actor,
            Right used,
            String act,
            List<Map<String, String>> each) {
        write(firm, actor, giver(new Scope.WholeFirm(firm), actor, used), act, each);
    }

    private @Nullable UserAccountId giver(Scope scope, @Nullable UserAccountId actor, Right used) {
        return actor == null
                ? null
                : inWhosePlace.getObject().giver(actor, scope, used).orElse(null);
    }

    private void write(
            FirmId firm,
            @Nullable UserAccountId actor,
            @Nullable UserAccountId onBehalf,
            String act,
            List<Map<String, String>> each) {
        gate.inFirm(actor, act);
        written(firm.value(), platform.append(firm.value(), actor, onBehalf, act, each));
    }

    /** What stands in the service's chain already; it is no act, and nothing can forbid it. */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    void refer(FirmId firm, UserAccountId actor, String act, Map<String, String> details) {
        written(firm.value(), platform.append(firm.value(), actor, null, act, List.of(details)));
    }

    /**
     * Writes an act that belongs to no firm. It is the last thing that the transaction does: every
     * transaction takes chains of firms first and the service's last, so that no two wait for each
     * other in a circle.
     *
     * @param actor who did it, if known
     * @param act a code
     * @param details ids and codes
     */
    @PlatformTransaction
    public void recordInService(
            @Nullable UserAccountId actor, String act, Map<String, String> details) {
        Row.canonical(details);
        beforeCommit(() -> recordInServiceNow(actor, act, details));
    }

    /**
     * Writes what a person does with their own account, and by reference in the chains of their
     * firms, which follow.
     *
     * @param person who
     * @param act a code
     * @param details ids and codes
     * @param shown those that their firms read
     */
    @PlatformTransaction
    public void recordOfAccount(
            UserAccountId person,
            String act,
            Map<String, String> details,
            Map<String, String> shown) {
        Row.canonical(details);
        beforeCommit(() -> {
            long row = recordInServiceNow(person, act, details);
            outbox.record(new AccountActRecorded(person.value(), act, shown, row));
        });
    }

    /**
     * Writes an act that belongs to no firm at once, in a transaction that takes no other chain.
     *
     * @param actor who did it, if known
     * @param act a code
     * @param details ids and codes
     * @return the row's number, by which other chains may refer to it
     */
    @PlatformTransaction
    public long recordInServiceNow(
            @Nullable UserAccountId actor, String act, Map<String, String> details) {
        return written(SERVICE, platform.append(SERVICE, actor, null, act, List.of(details)));
    }

    /**
     * Writes an act inside the company that is bound.
     *
     * @param actor who did it
     * @param onBehalf in whose place
     * @param act a code
     * @param details ids and codes
     */
    @TenantTransaction(propagation = Propagation.MANDATORY)
    public void recordInCompany(
            UserAccountId actor,
            @Nullable UserAccountId onBehalf,
            String act,
            Map<String, String> details) {
        gate.inCompany();
        UUID chain = tenant.require().value();
        written(chain, company.append(chain, actor, onBehalf, act, List.of(details)));
    }

    /** Every thousandth row leaves a checkpoint once it is committed. */
    private long written(UUID chain, List<Chain.Head> heads) {
        heads.stream()
                .filter(head -> head.n() % 1_000 == 0)
                .forEach(head -> onCommit(() -> checkpoints.note(chain, head)));
        return heads.isEmpty() ? 0 : heads.getLast().n();
    }

    private static void beforeCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        work.run();
                    }
                });
    }

    private static void onCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        work.run();
                    }
                });
    }

    /**
     * The end of a firm's chain, held until the transaction ends.
     *
     * @param firm whose chain
     * @return its last row, as this transaction sees it
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public AuditSeal sealOfFirm(FirmId firm) {
        return platform.seal(firm.value());
    }
}
