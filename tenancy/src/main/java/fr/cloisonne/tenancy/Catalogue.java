package fr.cloisonne.tenancy;

import fr.cloisonne.db.Placement;
import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.RoleName;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.tenancy.value.TenantId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says where each tenant lives and how far its making has come. */
@Component
class Catalogue {

    private final JdbcClient platform;
    private final Outbox outbox;
    private final Clock clock;

    Catalogue(@Qualifier("platformJdbc") JdbcClient platform, Outbox outbox, Clock clock) {
        this.platform = platform;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A tenant whose making has begun; nobody sees it yet. */
    record Unfinished(TenantId tenant, Placement placement, UUID attempt) {}

    @PlatformTransaction(readOnly = true)
    Optional<Placement> placementOf(TenantId tenant) {
        return platform.sql(
                        "SELECT cell, role FROM platform.client_company WHERE tenant_id = ? AND state = 'OPEN'")
                .param(tenant.value())
                .query((row, n) -> new Placement(row.getString(1), new RoleName(row.getString(2))))
                .optional();
    }

    /** The first state of a making: the company and its mandate, seen by nobody. */
    @PlatformTransaction
    Unfinished begin(NewClientCompany company, String cell) {
        var begun =
                new Unfinished(
                        new TenantId(Uuid7.next()),
                        new Placement(cell, RoleName.random()),
                        Uuid7.next());
        try {
            insertCompany(company, begun);
            insertMandate(company, begun.tenant());
        } catch (DuplicateKeyException another) {
            throw new CompanyAlreadyThereException(company.siren());
        }
        return begun;
    }

    private void insertCompany(NewClientCompany company, Unfinished begun) {
        platform.sql(
                        """
                        INSERT INTO platform.client_company (tenant_id, siren, siret, vat_number,
                          legal_name, size_category, holder_firm_id, state, cell, role, attempt_id)
                        VALUES (?, ?, ?, ?, ?, ?, ?, 'PROVISIONING', ?, ?, ?)
                        """)
                .param(begun.tenant().value())
                .param(company.siren().value())
                .param(company.siret() == null ? null : company.siret().value())
                .param(company.vat() == null ? null : company.vat().value())
                .param(company.legalName())
                .param(company.size().name())
                .param(company.firm().value())
                .param(begun.placement().cell())
                .param(begun.placement().role().value())
                .param(begun.attempt())
                .update();
    }

    private void insertMandate(NewClientCompany company, TenantId tenant) {
        platform.sql(
                        "INSERT INTO platform.mandate (id, firm_id, tenant_id, siren, valid_from) VALUES (?, ?, ?, ?, ?)")
                .param(Uuid7.next())
                .param(company.firm().value())
                .param(tenant.value())
                .param(company.siren().value())
                .param(LocalDate.now(clock))
                .update();
    }

    /** Whether the making is still wanted: nobody has settled it in the meantime. */
    @PlatformTransaction(readOnly = true)
    boolean stillBegun(Unfinished begun) {
        return platform.sql(
                        "SELECT EXISTS (SELECT 1 FROM platform.client_company WHERE attempt_id = ? AND state = 'PROVISIONING')")
                .param(begun.attempt())
                .query(Boolean.class)
                .single();
    }

    /** The last state: from here on the company is seen. Idempotent. */
    @PlatformTransaction
    void open(TenantId tenant) {
        int opened =
                platform.sql(
                                "UPDATE platform.client_company SET state = 'OPEN' WHERE tenant_id = ? AND state = 'PROVISIONING'")
                        .param(tenant.value())
                        .update();
        if (opened == 1) {
            outbox.record(new ClientCompanyOpened(tenant));
        }
    }

    /** Takes back a making of which the cell knows nothing. */
    @PlatformTransaction
    void forget(TenantId tenant) {
        platform.sql("DELETE FROM platform.mandate WHERE tenant_id = ?")
                .param(tenant.value())
                .update();
        platform.sql(
                        "DELETE FROM platform.client_company WHERE tenant_id = ? AND state = 'PROVISIONING'")
                .param(tenant.value())
                .update();
    }

    /** Makings begun before the instant that limits how long one may take. */
    @PlatformTransaction(readOnly = true)
    List<Unfinished> unfinished(Instant begunBefore) {
        return platform.sql(
                        "SELECT tenant_id, cell, role, attempt_id FROM platform.client_company WHERE state = 'PROVISIONING' AND created_at <= ? ORDER BY created_at LIMIT 100")
                .param(Timestamp.from(begunBefore))
                .query((row, n) ->
                        new Unfinished(
                                new TenantId(row.getObject(1, UUID.class)),
                                new Placement(row.getString(2), new RoleName(row.getString(3))),
                                row.getObject(4, UUID.class)))
                .list();
    }
}
