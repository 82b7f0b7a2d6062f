package fr.cloisonne.tenancy;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.ShortNameTakenException;
import fr.cloisonne.tenancy.value.Siren;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounting firms. */
@Component
public class Firms {

    private static final String SELECT = "SELECT id, short_name, legal_name FROM platform.firm ";

    private final JdbcClient platform;

    Firms(@Qualifier("platformJdbc") JdbcClient platform) {
        this.platform = platform;
    }

    /**
     * Opens a firm.
     *
     * @param shortName its name in addresses, unique for ever
     * @param siren its SIREN
     * @param legalName its name
     * @return the firm
     * @throws ShortNameTakenException if a firm has that name, or ever had it
     */
    @PlatformTransaction
    public FirmId open(FirmShortName shortName, Siren siren, String legalName) {
        FirmId id = request(shortName, siren, legalName);
        decide(id, "OPEN");
        return id;
    }

    /**
     * Keeps a firm that is asked for; nobody finds it by its name before it is opened.
     *
     * @param shortName its name in addresses, unique for ever
     * @param siren its SIREN
     * @param legalName its name
     * @return the firm
     * @throws ShortNameTakenException if a firm has that name, or ever had it
     */
    @PlatformTransaction
    public FirmId request(FirmShortName shortName, Siren siren, String legalName) {
        FirmId id = new FirmId(Uuid7.next());
        int kept =
                platform.sql(
                                """
                                INSERT INTO platform.firm (id, short_name, siren, legal_name, state)
                                SELECT ?, ?, ?, ?, 'REQUESTED' WHERE NOT EXISTS (
                                  SELECT 1 FROM platform.firm_former_name WHERE short_name = ?)
                                ON CONFLICT (short_name) DO NOTHING
                                """)
                        .params(
                                id.value(),
                                shortName.value(),
                                siren.value(),
                                legalName,
                                shortName.value())
                        .update();
        if (kept == 0) {
            throw new ShortNameTakenException(shortName);
        }
        return id;
    }

    /**
     * Opens a firm that was asked for.
     *
     * @param firm which
     * @throws IllegalStateException if it is not waiting
     * @throws org.springframework.dao.DuplicateKeyException if its SIREN is an open firm's
     */
    @PlatformTransaction
    public void open(FirmId firm) {
        decide(firm, "OPEN");
    }

    /**
     * Refuses a firm that was asked for; its name stays taken.
     *
     * @param firm which
     * @throws IllegalStateException if it is not waiting
     */
    @PlatformTransaction
    public void refuse(FirmId firm) {
        decide(firm, "REFUSED");
    }

    private void decide(FirmId firm, String state) {
        int decided =
                platform.sql(
                                "UPDATE platform.firm SET state = ? WHERE id = ? AND state = 'REQUESTED'")
                        .params(state, firm.value())
                        .update();
        if (decided == 0) {
            throw new IllegalStateException("No firm waits there");
        }
    }

    /**
     * Gives a firm another name in addresses; the one before stays taken for ever.
     *
     * @param firm which
     * @param next the new name
     * @param at when
     * @throws ShortNameTakenException if a firm has that name, or ever had it
     */
    @PlatformTransaction
    public void rename(FirmId firm, FirmShortName next, Instant at) {
        boolean taken =
                platform.sql(
                                "SELECT EXISTS (SELECT 1 FROM platform.firm WHERE short_name = :name) OR EXISTS (SELECT 1 FROM platform.firm_former_name WHERE short_name = :name)")
                        .param("name", next.value())
                        .query(Boolean.class)
                        .single();
        if (taken) {
            throw new ShortNameTakenException(next);
        }
        platform.sql(
                        "INSERT INTO platform.firm_former_name (short_name, firm_id, left_at) SELECT short_name, id, ? FROM platform.firm WHERE id = ?")
                .params(Timestamp.from(at), firm.value())
                .update();
        platform.sql("UPDATE platform.firm SET short_name = ? WHERE id = ?")
                .params(next.value(), firm.value())
                .update();
    }

    /**
     * The firm that had a name in addresses.
     *
     * @param name the name
     * @param since it left it after this
     * @return as it is called now
     */
    @PlatformTransaction(readOnly = true)
    public Optional<FirmCard> formerly(FirmShortName name, Instant since) {
        return platform.sql(
                        "SELECT f.id, f.short_name, f.legal_name FROM platform.firm f JOIN platform.firm_former_name n ON n.firm_id = f.id WHERE n.short_name = ? AND n.left_at > ? AND f.state = 'OPEN'")
                .params(name.value(), Timestamp.from(since))
                .query(Firms::card)
                .optional();
    }

    /**
     * The open firm that has a SIREN.
     *
     * @param siren the SIREN
     * @return the firm, if there is one
     */
    @PlatformTransaction(readOnly = true)
    public Optional<FirmId> openWith(Siren siren) {
        return platform.sql("SELECT id FROM platform.firm WHERE siren = ? AND state = 'OPEN'")
                .param(siren.value())
                .query((row, n) -> new FirmId(row.getObject(1, UUID.class)))
                .optional();
    }

    /**
     * Finds a firm by its name in addresses.
     *
     * @param shortName the name
     * @return the firm, if there is one
     */
    @PlatformTransaction(readOnly = true)
    public Optional<FirmCard> byShortName(FirmShortName shortName) {
        return platform.sql(SELECT + "WHERE short_name = ? AND state = 'OPEN'")
                .param(shortName.value())
                .query(Firms::card)
                .optional();
    }

    /**
     * Finds several firms.
     *
     * @param ids which
     * @return by name
     */
    @PlatformTransaction(readOnly = true)
    public List<FirmCard> cards(Collection<FirmId> ids) {
        return platform.sql(SELECT + "WHERE id = ANY (?) ORDER BY legal_name")
                .param(ids.stream().map(FirmId::value).toArray(UUID[]::new))
                .query(Firms::card)
                .list();
    }

    /**
     * All firms, for work that goes through all of them.
     *
     * @return by short name
     */
    @PlatformTransaction(readOnly = true)
    public List<FirmCard> all() {
        return platform.sql(SELECT + "ORDER BY short_name").query(Firms::card).list();
    }

    /**
     * Whether there is no firm yet.
     *
     * @return true on an empty database
     */
    @PlatformTransaction(readOnly = true)
    public boolean none() {
        return platform.sql("SELECT NOT EXISTS (SELECT 1 FROM platform.firm)")
                .query(Boolean.class)
                .single();
    }

    private static FirmCard card(ResultSet row, int number) throws SQLException {
        return new FirmCard(
                new FirmId(row.getObject(1, UUID.class)),
                new FirmShortName(row.getString(2)),
                row.getString(3));
    }
}
