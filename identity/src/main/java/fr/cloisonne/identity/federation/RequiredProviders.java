package fr.cloisonne.identity.federation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.BreakGlass;
import fr.cloisonne.identity.signin.SignInWay;
import fr.cloisonne.identity.signin.SignedInId;
import fr.cloisonne.identity.signin.SignedInSession;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * The table of firms that require their provider, and of the sessions in which glass was broken.
 */
@Component
class RequiredProviders {

    /**
     * The person's firms that ask for more than this session has shown; those where the glass was
     * broken in it, in the window that lasts, are marked.
     */
    private static final String ASKING =
            """
            SELECT r.firm_id, r.armed_until > :now AND EXISTS (
                SELECT 1 FROM platform.break_glass_entry e
                WHERE e.session_id = :session AND e.window_id = r.window_id)
            FROM platform.firm_member m
            JOIN platform.required_provider r ON r.firm_id = m.firm_id
            WHERE m.user_id = :person AND NOT EXISTS (
                SELECT 1 FROM platform.identity_provider p
                WHERE p.id = :there AND p.firm_id = r.firm_id AND p.live)
            """;

    private final JdbcClient platform;
    private final BreakGlass breakGlass;
    private final Clock clock;

    RequiredProviders(
            @Qualifier("platformJdbc") JdbcClient platform, BreakGlass breakGlass, Clock clock) {
        this.platform = platform;
        this.breakGlass = breakGlass;
        this.clock = clock;
    }

    /** A firm's window: by its number and end, both null where none was ever armed. */
    record Window(@Nullable UUID id, @Nullable Instant until) {

        boolean lasts(Instant now) {
            return until != null && now.isBefore(until);
        }
    }

    private record Asking(FirmId firm, boolean broken) {}

    /** The firms of a person that this session does not satisfy. */
    @PlatformTransaction(readOnly = true)
    public Set<FirmId> asking(UserAccountId person, SignedInSession session) {
        return platform
                .sql(ASKING)
                .param("person", person.value())
                .param("session", session.id().value())
                .param("there", providerOf(session))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) ->
                        new Asking(new FirmId(row.getObject(1, UUID.class)), row.getBoolean(2)))
                .list()
                .stream()
                .filter(asking ->
                        !asking.broken() || !breakGlass.able(asking.firm()).contains(person))
                .map(Asking::firm)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable UUID providerOf(SignedInSession session) {
        SignInWay.Provider there = session.there();
        return there == null
                ? null
                : ProviderId.tryParse(there.id()).map(ProviderId::value).orElse(null);
    }

    /** The firm's window, if it requires its provider. */
    @PlatformTransaction(readOnly = true)
    public Optional<Window> of(FirmId firm) {
        return platform.sql(
                        "SELECT window_id, armed_until FROM platform.required_provider WHERE firm_id = ?")
                .param(firm.value())
                .query((row, n) -> {
                    Timestamp until = row.getTimestamp(2);
                    return new Window(
                            row.getObject(1, UUID.class), until == null ? null : until.toInstant());
                })
                .optional();
    }

    @PlatformTransaction(propagation = Propagation.MANDATORY)
    void insert(FirmId firm) {
        platform.sql(
                        "INSERT INTO platform.required_provider (firm_id, since) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(firm.value(), Timestamp.from(clock.instant()))
                .update();
    }

    @PlatformTransaction(propagation = Propagation.MANDATORY)
    void delete(FirmId firm) {
        platform.sql("DELETE FROM platform.required_provider WHERE firm_id = ?")
                .param(firm.value())
                .update();
    }

    /** Opens another window in place of the one before, or none. */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    void arm(FirmId firm, Window window) {
        Instant until = window.until();
        platform.sql(
                        "UPDATE platform.required_provider SET window_id = ?, armed_until = ? WHERE firm_id = ?")
                .param(window.id())
                .param(until == null ? null : Timestamp.from(until))
                .param(firm.value())
                .update();
    }

    /** Marks a session, and tells whether it was not marked before. */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    boolean enter(SignedInId session, Window window) {
        return platform.sql(
                                "INSERT INTO platform.break_glass_entry (session_id, window_id, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(
                                session.value(),
                                Objects.requireNonNull(window.id()),
                                Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }
}
