package fr.cloisonne.identity.membership;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.identity.habilitation.PortfolioId;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.PromisedRight;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.TenantId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests for rights, as the table keeps them. */
@Component
class RequestRows {

    private final JdbcClient platform;

    RequestRows(@Qualifier("platformJdbc") JdbcClient platform) {
        this.platform = platform;
    }

    /** What somebody asked for. */
    record Asked(UserAccountId person, PromisedRight part) {}

    boolean insert(
            RequestId id,
            FirmId firm,
            UserAccountId person,
            PromisedRight part,
            String reason,
            Instant at) {
        TenantId company = part.scope().company();
        PortfolioId portfolio = part.scope().portfolio();
        return platform.sql(
                                "INSERT INTO platform.right_request (id, firm_id, person_id, tenant_id, portfolio_id, profile, reason, asked_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .param(id.value())
                        .param(firm.value())
                        .param(person.value())
                        .param(company == null ? null : company.value())
                        .param(portfolio == null ? null : portfolio.value())
                        .param(part.profile().code())
                        .param(reason)
                        .param(Timestamp.from(at))
                        .update()
                == 1;
    }

    /** One that waits, held until the transaction ends. */
    Asked locked(FirmId firm, RequestId request) {
        return platform.sql(
                        "SELECT person_id, tenant_id, portfolio_id, profile FROM platform.right_request WHERE id = ? AND firm_id = ? AND state = 'WAITING' FOR UPDATE")
                .params(request.value(), firm.value())
                .query((row, n) ->
                        new Asked(
                                new UserAccountId(row.getObject(1, UUID.class)),
                                new PromisedRight(
                                        Scope.of(
                                                firm,
                                                row.getObject(2, UUID.class),
                                                row.getObject(3, UUID.class)),
                                        new Profile(row.getString(4)))))
                .optional()
                .orElseThrow(() -> new DelegationRefusedException(Reason.NOT_FOUND));
    }

    void answered(
            RequestId request, RequestState state, UserAccountId by, String answer, Instant at) {
        platform.sql(
                        "UPDATE platform.right_request SET state = ?, answered_by = ?, answer = ?, answered_at = ? WHERE id = ?")
                .param(state.name())
                .param(by.value())
                .param(answer)
                .param(Timestamp.from(at))
                .param(request.value())
                .update();
    }
}
