package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Who counts as a colleague of a firm. Callers check the right to change it and, by {@link
 * Administrators#requireAnother}, that the firm keeps an administrator; then they end what goes
 * with it by {@link EndOfRights}, so that what is given meanwhile is either seen or refused.
 */
@Component
public class Membership {

    private final JdbcClient platform;

    Membership(@Qualifier("platformJdbc") JdbcClient platform) {
        this.platform = platform;
    }

    /**
     * Suspends a colleague, or makes a directory's suspension the firm's own: what they hold counts
     * no more.
     *
     * @param firm where
     * @param person who
     * @return whether they are a colleague and were not suspended by the firm before
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public boolean suspend(FirmId firm, UserAccountId person) {
        return changed(
                "UPDATE platform.firm_member SET suspended_at = coalesce(suspended_at, now()), suspended_by_directory = false WHERE firm_id = ? AND user_id = ? AND (suspended_at IS NULL OR suspended_by_directory)",
                firm,
                person);
    }

    /**
     * Suspends a colleague because the firm's directory says so; the directory can take it back.
     *
     * @param firm where
     * @param person who
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public void suspendByDirectory(FirmId firm, UserAccountId person) {
        var _ =
                changed(
                        "UPDATE platform.firm_member SET suspended_at = now(), suspended_by_directory = true WHERE firm_id = ? AND user_id = ? AND suspended_at IS NULL",
                        firm,
                        person);
    }

    /**
     * Takes back what a directory suspended.
     *
     * @param firm where
     * @param person who
     * @return false where an administrator suspended them, which only an administrator takes back
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public boolean reinstateByDirectory(FirmId firm, UserAccountId person) {
        var _ =
                changed(
                        "UPDATE platform.firm_member SET suspended_at = NULL, suspended_by_directory = false WHERE firm_id = ? AND user_id = ? AND suspended_by_directory",
                        firm,
                        person);
        return platform.sql(
                        "SELECT NOT EXISTS (SELECT 1 FROM platform.firm_member WHERE firm_id = ? AND user_id = ? AND suspended_at IS NOT NULL)")
                .params(firm.value(), person.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Takes a suspension back; what was lent stays over.
     *
     * @param firm where
     * @param person who
     * @return whether they were suspended
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public boolean reinstate(FirmId firm, UserAccountId person) {
        return changed(
                "UPDATE platform.firm_member SET suspended_at = NULL, suspended_by_directory = false WHERE firm_id = ? AND user_id = ? AND suspended_at IS NOT NULL",
                firm,
                person);
    }

    /**
     * Ends it: the person is no colleague any more.
     *
     * @param firm where
     * @param person who
     * @return whether they were one
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public boolean end(FirmId firm, UserAccountId person) {
        return changed(
                "DELETE FROM platform.firm_member WHERE firm_id = ? AND user_id = ?", firm, person);
    }

    private boolean changed(String sql, FirmId firm, UserAccountId person) {
        return platform.sql(sql).params(firm.value(), person.value()).update() > 0;
    }

    /**
     * Whether another place knows a person too.
     *
     * @param firm not this one
     * @param person who
     * @return true for a colleague of another firm, and for the staff of any company
     */
    @PlatformTransaction(readOnly = true)
    public boolean elsewhere(FirmId firm, UserAccountId person) {
        return platform.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM platform.firm_member m
                                       WHERE m.user_id = :person AND m.firm_id <> :firm)
                            OR EXISTS (SELECT 1 FROM platform.company_member s
                                       WHERE s.user_id = :person)
                        """)
                .param("firm", firm.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }
}
