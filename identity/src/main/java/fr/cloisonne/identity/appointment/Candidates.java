package fr.cloisonne.identity.appointment;

import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.Siren;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who can be appointed in which firm: its people who are not suspended, and those who ask to belong
 * to it, since whoever would answer them is gone. Of any other address operators learn nothing.
 */
@Component
class Candidates {

    private static final String ELIGIBLE =
            """
            (EXISTS (SELECT 1 FROM platform.firm_member m WHERE m.firm_id = :firm
                       AND m.user_id = u.id AND m.suspended_at IS NULL)
             OR NOT EXISTS (SELECT 1 FROM platform.firm_member m WHERE m.firm_id = :firm
                       AND m.user_id = u.id)
                AND EXISTS (SELECT 1 FROM platform.attachment a WHERE a.firm_id = :firm
                       AND a.user_id = u.id AND a.accepted IS NULL))
            """;

    private final JdbcClient platform;
    private final Firms firms;

    Candidates(@Qualifier("platformJdbc") JdbcClient platform, Firms firms) {
        this.platform = platform;
        this.firms = firms;
    }

    Optional<FirmId> firm(String written) {
        return Siren.tryParse(written)
                .flatMap(firms::openWith)
                .or(() ->
                        FirmShortName.tryParse(written.strip())
                                .flatMap(firms::byShortName)
                                .map(FirmCard::id));
    }

    Optional<UserAccountId> find(FirmId firm, EmailAddress email) {
        return platform.sql(
                        "SELECT u.id FROM platform.user_account u WHERE u.email_key = :email AND "
                                + ELIGIBLE)
                .param("email", email.key())
                .param("firm", firm.value())
                .query((row, n) -> new UserAccountId(row.getObject(1, UUID.class)))
                .optional();
    }

    boolean contain(FirmId firm, UserAccountId person) {
        return platform.sql(
                        "SELECT EXISTS (SELECT 1 FROM platform.user_account u WHERE u.id = :person AND "
                                + ELIGIBLE
                                + ")")
                .param("person", person.value())
                .param("firm", firm.value())
                .query(Boolean.class)
                .single();
    }
}
