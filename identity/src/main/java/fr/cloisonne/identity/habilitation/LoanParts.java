package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What delegations lend, a row for each place and profile. */
@Component
class LoanParts {

    private static final int AT_ONCE = 2000;

    private static final int MOST = 20_000;

    private static final String INSERT_EACH =
            """
            INSERT INTO platform.delegation_part
              (delegation_id, firm_id, tenant_id, portfolio_id, profile)
            SELECT :delegation, :firm, part.company, part.portfolio, part.profile
            FROM unnest(:companies, :portfolios, :profiles) AS part (company, portfolio, profile)
            """;

    private static final String INSERT =
            """
            INSERT INTO platform.delegation_part
              (delegation_id, firm_id, tenant_id, portfolio_id, profile)
            SELECT :delegation, :firm, c.id, p.id, profile
            FROM unnest(:profiles) AS profile,
                 unnest(:places) AS place
                 LEFT JOIN (SELECT unnest(:companies) AS id) c ON c.id = place
                 LEFT JOIN (SELECT unnest(:portfolios) AS id) p ON p.id = place
            """;

    private final JdbcClient platform;

    LoanParts(@Qualifier("platformJdbc") JdbcClient platform) {
        this.platform = platform;
    }

    /** One of them. */
    record Part(Scope scope, Profile profile) {}

    /** Each profile in its own place. */
    void insert(DelegationId delegation, FirmId firm, List<Part> parts) {
        if (parts.size() > MOST) {
            throw new DelegationRefusedException(Reason.TOO_MUCH);
        }
        platform.sql(INSERT_EACH)
                .param("delegation", delegation.value())
                .param("firm", firm.value())
                .param(
                        "profiles",
                        parts.stream().map(one -> one.profile().code()).toArray(String[]::new))
                .param("companies", ids(parts.stream().map(one -> Ids.of(one.scope().company()))))
                .param(
                        "portfolios",
                        ids(parts.stream().map(one -> Ids.of(one.scope().portfolio()))))
                .update();
    }

    void insert(DelegationId delegation, FirmId firm, Loan loan) {
        if (loan.scopes().size() * loan.profiles().size() > AT_ONCE) {
            throw new DelegationRefusedException(Reason.TOO_MUCH);
        }
        platform.sql(INSERT)
                .param("delegation", delegation.value())
                .param("firm", firm.value())
                .param(
                        "profiles",
                        loan.profiles().stream().map(Profile::code).toArray(String[]::new))
                .param("places", ids(loan.scopes().stream().map(Scope::place)))
                .param("companies", ids(loan.scopes().stream().map(one -> Ids.of(one.company()))))
                .param(
                        "portfolios",
                        ids(loan.scopes().stream().map(one -> Ids.of(one.portfolio()))))
                .update();
    }

    private static UUID[] ids(Stream<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    List<Part> of(DelegationId delegation) {
        return platform.sql(
                        "SELECT firm_id, tenant_id, portfolio_id, profile FROM platform.delegation_part WHERE delegation_id = ? ORDER BY place, profile")
                .param(delegation.value())
                .query((row, n) ->
                        new Part(
                                Scope.of(
                                        new FirmId(row.getObject(1, UUID.class)),
                                        row.getObject(2, UUID.class),
                                        row.getObject(3, UUID.class)),
                                new Profile(row.getString(4))))
                .list();
    }
}
