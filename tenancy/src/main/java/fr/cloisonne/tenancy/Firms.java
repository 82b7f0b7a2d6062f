package fr.cloisonne.tenancy;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.Siren;
import java.sql.ResultSet;
import java.sql.SQLException;
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
     */
    @PlatformTransaction
    public FirmId open(FirmShortName shortName, Siren siren, String legalName) {
        FirmId id = new FirmId(Uuid7.next());
        platform.sql(
                        "INSERT INTO platform.firm (id, short_name, siren, legal_name) VALUES (?, ?, ?, ?)")
                .params(id.value(), shortName.value(), siren.value(), legalName)
                .update();
        return id;
    }

    /**
     * Finds a firm by its name in addresses.
     *
     * @param shortName the name
     * @return the firm, if there is one
     */
    @PlatformTransaction(readOnly = true)
    public Optional<FirmCard> byShortName(FirmShortName shortName) {
        return platform.sql(SELECT + "WHERE short_name = ?")
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
