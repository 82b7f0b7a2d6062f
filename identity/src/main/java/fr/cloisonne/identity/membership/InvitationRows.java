package fr.cloisonne.identity.membership;

import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.account.ActivationId;
import fr.cloisonne.identity.habilitation.PortfolioId;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.PromisedRight;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invitations, as the tables keep them. */
@Component
class InvitationRows {

    private final JdbcClient platform;

    InvitationRows(@Qualifier("platformJdbc") JdbcClient platform) {
        this.platform = platform;
    }

    /** One of them. */
    record Invited(
            FirmId firm,
            @Nullable TenantId staffOf,
            String emailKey,
            UserAccountId by,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            InvitationState state,
            List<PromisedRight> rights) {

        boolean over() {
            return state.over();
        }
    }

    boolean isMember(FirmId firm, EmailAddress email) {
        return platform.sql(
                        "SELECT EXISTS (SELECT 1 FROM platform.firm_member m JOIN platform.user_account u ON u.id = m.user_id WHERE m.firm_id = ? AND u.email_key = ?)")
                .params(firm.value(), email.key())
                .query(Boolean.class)
                .single();
    }

    /** Whether an invitation of the firm waits for this address. */
    boolean waits(FirmId firm, EmailAddress email, Instant now) {
        return platform.sql(
                        "SELECT EXISTS (SELECT 1 FROM platform.invitation WHERE firm_id = ? AND email_key = ? AND used_at IS NULL AND withdrawn_at IS NULL AND expires_at > ?)")
                .params(firm.value(), email.key(), Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    boolean isAddressOf(UserAccountId person, String emailKey) {
        return platform.sql(
                        "SELECT EXISTS (SELECT 1 FROM platform.user_account WHERE id = ? AND email_key = ?)")
                .params(person.value(), emailKey)
                .query(Boolean.class)
                .single();
    }

    boolean insert(
            InvitationId id,
            FirmId firm,
            UserAccountId by,
            InvitationForm form,
            ActivationId activation,
            Instant now,
            Duration life) {
        TenantId staffOf = form.staffOf();
        int inserted =
                platform.sql(
                                """
                                INSERT INTO platform.invitation
                                  (id, firm_id, staff_of, email, email_key, given_name, family_name,
                                   language, invited_by, invited_at, sent_at, expires_at, first_day, last_day, activation_id)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                ON CONFLICT DO NOTHING
                                """)
                        .param(id.value())
                        .param(firm.value())
                        .param(staffOf == null ? null : staffOf.value())
                        .param(form.email().typed())
                        .param(form.email().key())
                        .param(form.name().given())
                        .param(form.name().family())
                        .param("en".equals(form.language().getLanguage()) ? "en" : "fr")
                        .param(by.value())
                        .param(Timestamp.from(now))
                        .param(Timestamp.from(now))
                        .param(Timestamp.from(now.plus(life)))
                        .param(form.first())
                        .param(form.last())
                        .param(activation.value())
                        .update();
        if (inserted == 1) {
            form.rights().forEach(right -> insert(id, right));
        }
        return inserted == 1;
    }

    private void insert(InvitationId id, PromisedRight right) {
        TenantId company = right.scope().company();
        PortfolioId portfolio = right.scope().portfolio();
        platform.sql(
                        "INSERT INTO platform.invitation_part (invitation_id, tenant_id, portfolio_id, profile) VALUES (?, ?, ?, ?)")
                .param(id.value())
                .param(company == null ? null : company.value())
                .param(portfolio == null ? null : portfolio.value())
                .param(right.profile().code())
                .update();
    }

    /** What opens an account for its address. */
    Optional<ActivationId> activationOf(InvitationId id) {
        return platform.sql(
                        "SELECT activation_id FROM platform.invitation WHERE id = ? AND activation_id IS NOT NULL")
                .param(id.value())
                .query((row, n) -> new ActivationId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** An invitation that asked for an account, and the firm. */
    record Asking(InvitationId id, FirmId firm) {}

    Optional<Asking> by(ActivationId activation) {
        return platform.sql("SELECT id, firm_id FROM platform.invitation WHERE activation_id = ?")
                .param(activation.value())
                .query((row, n) ->
                        new Asking(
                                new InvitationId(row.getObject(1, UUID.class)),
                                new FirmId(row.getObject(2, UUID.class))))
                .optional();
    }

    /** One of them, held until the transaction ends. */
    Optional<Invited> locked(InvitationId id, Instant now) {
        return platform.sql(
                        "SELECT firm_id, staff_of, email_key, invited_by, first_day, last_day, used_at, withdrawn_at, declined_at, expires_at, resent FROM platform.invitation WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query((row, n) -> invited(id, row, now))
                .optional();
    }

    private Invited invited(InvitationId id, ResultSet row, Instant now) throws SQLException {
        FirmId firm = new FirmId(row.getObject(1, UUID.class));
        UUID staffOf = row.getObject(2, UUID.class);
        return new Invited(
                firm,
                staffOf == null ? null : new TenantId(staffOf),
                row.getString(3),
                new UserAccountId(row.getObject(4, UUID.class)),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                state(row, now),
                rights(id, firm));
    }

    /** How a row with these columns stands. */
    static InvitationState state(ResultSet row, Instant now) throws SQLException {
        if (row.getTimestamp("used_at") != null) {
            return InvitationState.USED;
        }
        if (row.getTimestamp("withdrawn_at") != null) {
            return row.getTimestamp("declined_at") == null
                    ? InvitationState.WITHDRAWN
                    : InvitationState.DECLINED;
        }
        if (!now.isBefore(row.getTimestamp("expires_at").toInstant())) {
            return InvitationState.EXPIRED;
        }
        return row.getInt("resent") > 0 ? InvitationState.RESENT : InvitationState.PENDING;
    }

    private List<PromisedRight> rights(InvitationId id, FirmId firm) {
        return platform.sql(
                        "SELECT tenant_id, portfolio_id, profile FROM platform.invitation_part WHERE invitation_id = ?")
                .param(id.value())
                .query((row, n) ->
                        new PromisedRight(
                                Scope.of(
                                        firm,
                                        row.getObject(1, UUID.class),
                                        row.getObject(2, UUID.class)),
                                new Profile(row.getString(3))))
                .list();
    }

    void sentAgain(InvitationId id, Instant now, Duration life) {
        platform.sql(
                        "UPDATE platform.invitation SET sent_at = ?, expires_at = ?, resent = resent + 1 WHERE id = ?")
                .param(Timestamp.from(now))
                .param(Timestamp.from(now.plus(life)))
                .param(id.value())
                .update();
    }

    void withdrawn(InvitationId id, Instant now) {
        platform.sql("UPDATE platform.invitation SET withdrawn_at = ? WHERE id = ?")
                .param(Timestamp.from(now))
                .param(id.value())
                .update();
    }

    void declined(InvitationId id, Instant now) {
        platform.sql(
                        "UPDATE platform.invitation SET withdrawn_at = :now, declined_at = :now WHERE id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id.value())
                .update();
    }

    /** Whether nobody has asked for it since then. */
    boolean wanted(InvitationId id, Instant now, Instant since) {
        return platform.sql(
                                "UPDATE platform.invitation SET wanted_at = ? WHERE id = ? AND (wanted_at IS NULL OR wanted_at < ?)")
                        .param(Timestamp.from(now))
                        .param(id.value())
                        .param(Timestamp.from(since))
                        .update()
                == 1;
    }

    void used(InvitationId id, UserAccountId person, Instant now) {
        platform.sql("UPDATE platform.invitation SET used_at = ?, used_by = ? WHERE id = ?")
                .param(Timestamp.from(now))
                .param(person.value())
                .param(id.value())
                .update();
    }

    /** A colleague of the firm is no staff of its companies beside. */
    void joinStaff(TenantId company, UserAccountId person, FirmId firm) {
        platform.sql(
                        "INSERT INTO platform.company_member (tenant_id, user_id) SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM platform.firm_member WHERE firm_id = ? AND user_id = ?) ON CONFLICT DO NOTHING")
                .params(company.value(), person.value(), firm.value(), person.value())
                .update();
    }
}
