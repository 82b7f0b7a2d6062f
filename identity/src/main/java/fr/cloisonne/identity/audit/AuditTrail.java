package fr.cloisonne.identity.audit;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.TenantTransaction;
import fr.cloisonne.db.keyring.Keyring;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.tenancy.CurrentTenant;
import fr.cloisonne.tenancy.value.FirmId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    /** Asked for at each act: whoever knows the answer asks the session, which writes here too. */
    private final ObjectProvider<InWhosePlace> inWhosePlace;

    AuditTrail(
            @Qualifier("platformJdbc") JdbcClient platformJdbc,
            @Qualifier("tenantJdbc") JdbcClient tenantJdbc,
            Keyring keyring,
            Clock clock,
            CurrentTenant tenant,
            Checkpoints checkpoints,
            ActGate gate,
            ObjectProvider<InWhosePlace> inWhosePlace) {
        this.platform = new Chain(platformJdbc, "platform.", keyring, clock);
        this.company = new Chain(tenantJdbc, "", keyring, clock);
        this.tenant = tenant;
        this.checkpoints = checkpoints;
        this.gate = gate;
        this.inWhosePlace = inWhosePlace;
    }

    /**
     * Writes an act of a firm.
     *
     * @param firm whose chain
     * @param actor who did it
     * @param onBehalf in whose place
     * @param act a code
     * @param details ids and codes
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public void recordInFirm(
            FirmId firm,
            @Nullable UserAccountId actor,
            @Nullable UserAccountId onBehalf,
            String act,
            Map<String, String> details) {
        gate.inFirm(actor, act);
        written(
                firm.value(),
                platform.append(firm.value(), actor, onBehalf, act, List.of(details)));
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
        recordEachUse(firm, actor, used, act, List.of(details));
    }

    /**
     * Writes an act for which a right was used in a part of a firm.
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
        write(scope, actor, used, act, List.of(details));
    }

    /**
     * Writes an act for which a right over a firm was used and that was done to many, a row for
     * each.
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
        write(new Scope.WholeFirm(firm), actor, used, act, each);
    }

    private void write(
            Scope scope,
            @Nullable UserAccountId actor,
            Right used,
            String act,
            List<Map<String, String>> each) {
        UserAccountId onBehalf =
                actor == null
                        ? null
                        : inWhosePlace.getObject().giver(actor, scope, used).orElse(null);
        UUID chain = scope.firm().value();
        gate.inFirm(actor, act);
        written(chain, platform.append(chain, actor, onBehalf, act, each));
    }

    /**
     * Writes an act that belongs to no firm, such as a sign-in.
     *
     * @param actor who did it, if known
     * @param act a code
     * @param details ids and codes
     * @return the row's number, by which other chains may refer to it
     */
    @PlatformTransaction
    public long recordInService(
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

    private static void onCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        work.run();
                    }
                });
    }

    /** How far the chains of the platform have come. */
    @PlatformTransaction(readOnly = true)
    Map<UUID, Chain.Head> heads() {
        return platform.heads();
    }

    /** How far the chain of the company that is bound has come. */
    @TenantTransaction(readOnly = true)
    Chain.Head headOfCompany() {
        return company.head(tenant.require().value());
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

    @PlatformTransaction(readOnly = true)
    List<Row> rowsOfFirm(FirmId firm, long before, int limit) {
        return platform.before(firm.value(), before, limit);
    }

    @PlatformTransaction(readOnly = true)
    List<Row> findInFirm(RowQuery query, int limit) {
        return platform.find(query, limit);
    }

    @TenantTransaction(readOnly = true)
    List<Row> findInCompany(RowQuery query, int limit) {
        return company.find(query, limit);
    }

    @TenantTransaction(readOnly = true)
    List<Row> rowsOfCompany(long before, int limit) {
        return company.before(tenant.require().value(), before, limit);
    }

    @PlatformTransaction(readOnly = true)
    List<Row> rowsOfFirm(InPlaceSpan span, long before, int limit) {
        return platform.inPlace(span.firm().value(), span, before, limit);
    }

    @TenantTransaction(readOnly = true)
    List<Row> rowsOfCompany(InPlaceSpan span, long before, int limit) {
        return company.inPlace(tenant.require().value(), span, before, limit);
    }

    /**
     * Reads a firm's whole chain again.
     *
     * @param firm whose chain
     * @return the first row that was changed, if one was
     */
    @PlatformTransaction(readOnly = true)
    public AuditVerification verifyFirm(FirmId firm) {
        return verifyPlatform(firm.value(), checkpoints.of(firm.value()));
    }

    @PlatformTransaction(readOnly = true)
    AuditVerification verifyPlatform(UUID chain, List<Checkpoint> seen) {
        return platform.verify(chain, reader(platform, seen));
    }

    /**
     * Reads the whole chain of the company that is bound again.
     *
     * @return the first row that was changed, if one was
     */
    @TenantTransaction(readOnly = true)
    public AuditVerification verifyCompany() {
        return verifyCompany(checkpoints.of(tenant.require().value()));
    }

    @TenantTransaction(readOnly = true)
    AuditVerification verifyCompany(List<Checkpoint> seen) {
        return company.verify(tenant.require().value(), reader(company, seen));
    }

    private ChainReader reader(Chain rows, List<Checkpoint> seen) {
        return new ChainReader(rows::hash, seen, checkpoints::genuine);
    }
}
