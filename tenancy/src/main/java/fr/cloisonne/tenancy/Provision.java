package fr.cloisonne.tenancy;

import fr.cloisonne.db.Cells;
import fr.cloisonne.db.ClientSchema;
import fr.cloisonne.db.LockNumber;
import fr.cloisonne.db.Provisioner;
import fr.cloisonne.tenancy.Catalogue.Unfinished;
import fr.cloisonne.tenancy.value.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes a client company: the catalogue says {@code PROVISIONING}, one cell transaction makes role,
 * schema, sheet and ledger row, the catalogue says {@code OPEN}. Whatever is killed in between, the
 * ledger tells whether the cell has it: it is then opened, otherwise forgotten; never guessed. The
 * maker and whoever settles hold one lock of the cell in turn, so that a slow making is neither
 * forgotten while it goes on nor goes on once it is forgotten.
 */
@Component
public class Provision {

    /** Longer than any making takes: what is older and unfinished was cut. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Catalogue catalogue;
    private final Provisioner provisioner;
    private final ClientSchema schema;
    private final Cells cells;
    private final Clock clock;

    Provision(
            Catalogue catalogue,
            Provisioner provisioner,
            ClientSchema schema,
            Cells cells,
            Clock clock) {
        this.catalogue = catalogue;
        this.provisioner = provisioner;
        this.schema = schema;
        this.cells = cells;
        this.clock = clock;
    }

    /**
     * Makes the company and opens it.
     *
     * @param company who it is
     * @return the company as a tenant
     * @throws CompanyAlreadyThereException if the firm has this SIREN already
     */
    public TenantId provision(NewClientCompany company) {
        Unfinished begun = catalogue.begin(company, cells.names().getFirst());
        try {
            provisioner.inCell(begun.placement().cell(), c -> make(c, begun, company));
        } catch (SQLException failure) {
            settle(begun);
            throw new DataAccessResourceFailureException("The company could not be made", failure);
        }
        catalogue.open(begun.tenant());
        return begun.tenant();
    }

    /**
     * Finishes or undoes what was cut.
     *
     * @return how many were settled
     */
    public int resume() {
        return resume(clock.instant().minus(PATIENCE));
    }

    int resume(Instant begunBefore) {
        var cut = catalogue.unfinished(begunBefore);
        return (int) cut.stream().filter(this::settle).count();
    }

    private boolean settle(Unfinished cut) {
        return cells.inWork(cut.placement().cell(), work -> alone(work, cut) && settle(work, cut));
    }

    private boolean settle(JdbcClient work, Unfinished cut) {
        boolean known =
                work.sql("SELECT EXISTS (SELECT 1 FROM cell.ledger WHERE attempt_id = ?)")
                        .param(cut.attempt())
                        .query(Boolean.class)
                        .single();
        if (known) {
            catalogue.open(cut.tenant());
        } else {
            catalogue.forget(cut.tenant());
        }
        return true;
    }

    /** Somebody who still makes it holds the lock: then it is theirs to finish. */
    private static boolean alone(JdbcClient work, Unfinished cut) {
        return work.sql("SELECT pg_try_advisory_xact_lock(?, hashtext(?))")
                .param(LockNumber.PROVISION.number())
                .param(cut.attempt().toString())
                .query(Boolean.class)
                .single();
    }

    private void begin(Connection connection, Unfinished begun) throws SQLException {
        try (var lock =
                connection.prepareStatement("SELECT pg_advisory_xact_lock(?, hashtext(?))")) {
            lock.setInt(1, LockNumber.PROVISION.number());
            lock.setString(2, begun.attempt().toString());
            lock.execute();
        }
        if (!catalogue.stillBegun(begun)) {
            throw new SQLException("The making waited too long and was given up");
        }
    }

    private TenantId make(Connection connection, Unfinished begun, NewClientCompany company)
            throws SQLException {
        begin(connection, begun);
        schema.create(connection, begun.placement());
        try (var sheet =
                connection.prepareStatement(
                        "INSERT INTO %s.company_sheet (line1, line2, postal_code, city, country, iban) VALUES (?, ?, ?, ?, ?, ?)"
                                .formatted(begun.placement().role()))) {
            var address = company.address();
            sheet.setString(1, address.line1());
            sheet.setString(2, address.line2());
            sheet.setString(3, address.postalCode());
            sheet.setString(4, address.city());
            sheet.setString(5, address.country());
            sheet.setString(6, company.iban() == null ? null : company.iban().value());
            sheet.executeUpdate();
        }
        try (var ledger =
                connection.prepareStatement(
                        "INSERT INTO cell.ledger (role, tenant_id, attempt_id, version) VALUES (?, ?, ?, ?)")) {
            ledger.setString(1, begun.placement().role().value());
            ledger.setObject(2, begun.tenant().value());
            ledger.setObject(3, begun.attempt());
            ledger.setString(4, schema.changelog().latest().label());
            ledger.executeUpdate();
        }
        return begun.tenant();
    }
}
