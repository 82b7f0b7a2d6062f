package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The profiles that a firm can give: three that ship, and its own. */
@Component
public class Profiles {

    private static final String SELECT =
            """
            SELECT code, name, rights, version FROM platform.profile
            WHERE (firm_id IS NULL OR firm_id = :firm) AND removed_at IS NULL
            """;

    private final JdbcClient platform;

    Profiles(@Qualifier("platformJdbc") JdbcClient platform) {
        this.platform = platform;
    }

    /**
     * All of them.
     *
     * @param firm the firm
     * @return those that ship, from the most usual to the widest, then the firm's own by name
     */
    @PlatformTransaction(readOnly = true)
    public List<ProfileSheet> of(FirmId firm) {
        return platform.sql(
                        SELECT
                                + "ORDER BY name IS NOT NULL, array_position(ARRAY['STANDARD', 'READER', 'ADMINISTRATOR'], code::text), lower(name)")
                .param("firm", firm.value())
                .query(Profiles::sheet)
                .list();
    }

    /**
     * What a firm calls, or called, a profile of its own.
     *
     * @param profile which
     * @return none for one that ships
     */
    @PlatformTransaction(readOnly = true)
    public Optional<String> name(Profile profile) {
        return platform.sql("SELECT name FROM platform.profile WHERE code = ? AND name IS NOT NULL")
                .param(profile.code())
                .query(String.class)
                .optional();
    }

    /** Those of these codes; held until the transaction ends, so that none is removed meanwhile. */
    Map<Profile, ProfileSheet> held(FirmId firm, Collection<Profile> profiles) {
        Map<Profile, ProfileSheet> found =
                platform
                        .sql(SELECT + "AND code = ANY (:codes) ORDER BY code FOR SHARE")
                        .param("firm", firm.value())
                        .param("codes", profiles.stream().map(Profile::code).toArray(String[]::new))
                        .query(Profiles::sheet)
                        .stream()
                        .collect(Collectors.toMap(ProfileSheet::profile, Function.identity()));
        if (!found.keySet().containsAll(profiles)) {
            throw new DelegationRefusedException(Reason.NOT_OF_THE_FIRM);
        }
        return found;
    }

    ProfileSheet held(FirmId firm, Profile profile) {
        return held(firm, List.of(profile)).values().iterator().next();
    }

    static ProfileSheet sheet(ResultSet row, int number) throws SQLException {
        return new ProfileSheet(
                new Profile(row.getString(1)),
                row.getString(2),
                StoredRights.read(row.getArray(3)),
                row.getInt(4));
    }
}
