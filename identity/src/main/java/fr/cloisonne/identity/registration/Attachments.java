package fr.cloisonne.identity.registration;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.JoinedBy;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.Administrators;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests to belong to a firm: its administrators answer. A yes makes a colleague, no right. */
@Component
public class Attachments {

    /** Longest reason. */
    public static final int REASON = 500;

    private final JdbcClient platform;
    private final UserAccounts accounts;
    private final Firms firms;
    private final Habilitations habilitations;
    private final Administrators administrators;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    Attachments(
            @Qualifier("platformJdbc") JdbcClient platform,
            UserAccounts accounts,
            Firms firms,
            Habilitations habilitations,
            Administrators administrators,
            AuditTrail audit,
            Outbox outbox,
            Clock clock) {
        this.platform = platform;
        this.accounts = accounts;
        this.firms = firms;
        this.habilitations = habilitations;
        this.administrators = administrators;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    void ask(FirmId firm, UserAccountId person, Capacity capacity) {
        AttachmentId id = new AttachmentId(Uuid7.next());
        platform.sql(
                        "INSERT INTO platform.attachment (id, firm_id, user_id, capacity, asked_at) VALUES (?, ?, ?, ?, ?)")
                .param(id.value())
                .param(firm.value())
                .param(person.value())
                .param(capacity.name())
                .param(now())
                .update();
        audit.recordInFirm(
                firm,
                person,
                "attachment.asked",
                Map.of("attachment", id.toString(), "holder", person.toString()));
        outbox.record(new AttachmentAsked(id));
    }

    boolean waits(UserAccountId person) {
        return platform.sql(
                        "SELECT EXISTS (SELECT 1 FROM platform.attachment WHERE user_id = ? AND accepted IS NULL)")
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    boolean waits(UserAccountId person, FirmId firm) {
        return platform.sql(
                        "SELECT EXISTS (SELECT 1 FROM platform.attachment WHERE user_id = ? AND firm_id = ? AND accepted IS NULL)")
                .params(person.value(), firm.value())
                .query(Boolean.class)
                .single();
    }

    private record Waiting(
            AttachmentId id, UserAccountId person, Capacity capacity, Instant askedAt) {}

    /**
     * The requests that wait in a firm.
     *
     * @param asker needs {@link Right#APPROVE} there
     * @param firm the firm
     * @return the oldest first
     */
    @PlatformTransaction(readOnly = true)
    public List<AttachmentLine> waiting(UserAccountId asker, FirmShortName firm) {
        FirmCard card = habilitations.requireInFirm(asker, firm, Right.APPROVE);
        List<Waiting> waiting =
                platform.sql(
                                "SELECT id, user_id, capacity, asked_at FROM platform.attachment WHERE firm_id = ? AND accepted IS NULL ORDER BY asked_at LIMIT 200")
                        .param(card.id().value())
                        .query((row, n) ->
                                new Waiting(
                                        new AttachmentId(row.getObject(1, UUID.class)),
                                        new UserAccountId(row.getObject(2, UUID.class)),
                                        Capacity.valueOf(row.getString(3)),
                                        row.getTimestamp(4).toInstant()))
                        .list();
        Map<UserAccountId, PersonCard> people =
                accounts.cards(waiting.stream().map(Waiting::person).toList());
        return waiting.stream()
                .map(one ->
                        new AttachmentLine(
                                one.id(),
                                Objects.requireNonNull(people.get(one.person())),
                                one.capacity(),
                                one.askedAt()))
                .toList();
    }

    /**
     * Answers.
     *
     * @param by needs {@link Right#APPROVE} in the firm
     * @param firm the firm
     * @param attachment which, of this firm
     * @param accepted the answer
     * @param reason why; may be empty for a yes
     * @throws NoSuchCompanyException if it is not this firm's, or was answered before
     */
    @PlatformTransaction
    public void answer(
            UserAccountId by,
            FirmShortName firm,
            AttachmentId attachment,
            boolean accepted,
            String reason) {
        FirmCard card = habilitations.requireInFirm(by, firm, Right.APPROVE);
        String said = reason.strip();
        UserAccountId person =
                platform.sql(
                                """
                                UPDATE platform.attachment
                                SET accepted = ?, answered_by = ?, answered_at = ?, reason = ?
                                WHERE id = ? AND firm_id = ? AND accepted IS NULL
                                RETURNING user_id
                                """)
                        .param(accepted)
                        .param(by.value())
                        .param(now())
                        .param(said.substring(0, Math.min(REASON, said.length())))
                        .param(attachment.value())
                        .param(card.id().value())
                        .query((row, n) -> new UserAccountId(row.getObject(1, UUID.class)))
                        .optional()
                        .orElseThrow(NoSuchCompanyException::new);
        if (accepted) {
            accounts.join(person, card.id(), JoinedBy.APPROVAL);
        }
        audit.recordUse(
                card.id(),
                by,
                Right.APPROVE,
                accepted ? "attachment.accepted" : "attachment.refused",
                Map.of("attachment", attachment.toString(), "holder", person.toString()));
        outbox.record(new AttachmentAnswered(attachment));
    }

    /**
     * Whoever has become a member by another way asks no more.
     *
     * @param firm the firm
     * @param person who may have asked
     */
    @PlatformTransaction
    public void settle(FirmId firm, UserAccountId person) {
        platform.sql(
                        "UPDATE platform.attachment SET accepted = true, answered_at = ? WHERE firm_id = ? AND user_id = ? AND accepted IS NULL")
                .params(now(), firm.value(), person.value())
                .update();
    }

    private record Told(
            UserAccountId person, FirmId firm, @Nullable Boolean accepted, String reason) {}

    /**
     * A request, as it is told.
     *
     * @param attachment which
     * @return what there is to say
     */
    @PlatformTransaction(readOnly = true)
    public Optional<AttachmentNews> news(AttachmentId attachment) {
        return platform.sql(
                        "SELECT user_id, firm_id, accepted, reason FROM platform.attachment WHERE id = ?")
                .param(attachment.value())
                .query((row, n) ->
                        new Told(
                                new UserAccountId(row.getObject(1, UUID.class)),
                                new FirmId(row.getObject(2, UUID.class)),
                                row.getObject(3, Boolean.class),
                                Objects.requireNonNullElse(row.getString(4), "")))
                .optional()
                .map(this::named);
    }

    private AttachmentNews named(Told told) {
        FirmCard firm = firms.cards(List.of(told.firm())).getFirst();
        List<UserAccountId> administer = administrators.toTell(told.firm());
        return new AttachmentNews(
                accounts.card(told.person()),
                firm,
                told.accepted(),
                told.reason(),
                accounts.colleaguesOf(told.firm()).stream()
                        .filter(one ->
                                administer.contains(one.id())
                                        || habilitations
                                                .heldIn(one.id(), told.firm())
                                                .contains(Right.APPROVE))
                        .toList());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
