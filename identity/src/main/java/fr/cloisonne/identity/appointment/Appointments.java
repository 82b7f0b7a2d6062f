package fr.cloisonne.identity.appointment;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.appointment.Appointment.Proof;
import fr.cloisonne.identity.appointment.Appointment.State;
import fr.cloisonne.identity.appointment.AppointmentRefusedException.Reason;
import fr.cloisonne.identity.appointment.AppointmentRows.Line;
import fr.cloisonne.identity.registration.NotAnOperatorException;
import fr.cloisonne.identity.registration.Operators;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.tenancy.value.FirmId;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * What operators do where a firm's only administrator is gone: one proposes another on a documented
 * proof, a second one confirms, and after a notice to everybody of the firm it takes effect unless
 * somebody there objects.
 */
@Component
@EnableConfigurationProperties(AppointmentSettings.class)
public class Appointments {

    /** Longest proof, in bytes. */
    public static final int LONGEST_PROOF = 10 * 1024 * 1024;

    /** Longest reason. */
    public static final int LONGEST_REASON = 500;

    private static final int LONGEST_NAME = 100;
    private static final int SHOWN = 50;

    private final AppointmentRows rows;
    private final AppointmentProofs proofs;
    private final AppointmentRules rules;
    private final AppointmentReading reading;
    private final AppointmentRecord record;
    private final AppointmentSettings settings;
    private final Candidates candidates;
    private final Operators operators;
    private final FreshProof fresh;
    private final Clock clock;

    Appointments(
            AppointmentRows rows,
            AppointmentProofs proofs,
            AppointmentRules rules,
            AppointmentReading reading,
            AppointmentRecord record,
            AppointmentSettings settings,
            Candidates candidates,
            Operators operators,
            FreshProof fresh,
            Clock clock) {
        this.rows = rows;
        this.proofs = proofs;
        this.rules = rules;
        this.reading = reading;
        this.record = record;
        this.settings = settings;
        this.candidates = candidates;
        this.operators = operators;
        this.fresh = fresh;
        this.clock = clock;
    }

    /**
     * The latest appointments of all firms.
     *
     * @param operator who asks
     * @return the latest proposed first
     * @throws NotAnOperatorException if that is nobody's business of theirs
     */
    @PlatformTransaction(readOnly = true)
    public List<Appointment> latest(UserAccountId operator) {
        operators.require(operator);
        return reading.named(rows.latest(SHOWN));
    }

    /**
     * The first act: an operator proposes somebody.
     *
     * @param operator who proposes
     * @param wish whom, where, why
     * @param proofName name of the document that proves it
     * @param proof its bytes: PDF, PNG or JPEG
     * @return which
     * @throws AppointmentRefusedException if a rule forbids it
     * @throws NotAnOperatorException if they may not
     * @throws ProofNeededException if they have not proven themselves lately
     */
    @PlatformTransaction
    public AppointmentId propose(
            UserAccountId operator, AppointmentWish wish, String proofName, byte[] proof) {
        operators.require(operator);
        fresh.require(operator);
        String reason = said(wish.reason());
        AppointmentProofs.check(proof);
        FirmId firm = candidates.firm(wish.firm()).orElseThrow(() -> refused(Reason.NO_FIRM));
        UserAccountId person =
                candidates
                        .find(firm, wish.person())
                        .orElseThrow(() -> refused(Reason.NOT_OF_THE_FIRM));
        requireAnother(operator, person);
        rules.require(firm, person, wish.kind());
        Line line =
                new Line(
                        new AppointmentId(Uuid7.next()),
                        firm,
                        person,
                        wish.kind(),
                        reason,
                        new Proof(named(proofName), AppointmentProofs.hash(proof)),
                        operator,
                        clock.instant(),
                        null,
                        null,
                        State.PROPOSED,
                        "");
        insert(line);
        proofs.keep(line.id(), proof);
        record.step(line, operator, State.PROPOSED);
        return line.id();
    }

    private void insert(Line line) {
        try {
            rows.insert(line);
        } catch (DuplicateKeyException underWay) {
            throw refused(Reason.UNDER_WAY);
        }
    }

    /**
     * The second act: another operator confirms, and the notice begins to run.
     *
     * @param operator who confirms
     * @param id which
     * @throws AppointmentRefusedException if a rule forbids it
     * @throws NotAnOperatorException if they may not
     * @throws ProofNeededException if they have not proven themselves lately
     */
    @PlatformTransaction
    public void confirm(UserAccountId operator, AppointmentId id) {
        operators.require(operator);
        fresh.require(operator);
        Line line = held(id);
        if (line.state() != State.PROPOSED) {
            throw refused(Reason.CHANGED_MEANWHILE);
        }
        if (line.proposedBy().equals(operator)) {
            throw refused(Reason.SAME_OPERATOR);
        }
        requireAnother(operator, line.person());
        rules.require(line.firm(), line.person(), line.kind());
        Instant now = clock.instant();
        rows.confirm(id, operator, now, now.plus(settings.notice()));
        record.step(line, operator, State.NOTICE);
    }

    /**
     * Takes it back, until it takes effect.
     *
     * @param operator any operator
     * @param id which
     * @param why the reason
     * @throws AppointmentRefusedException if it is over
     * @throws NotAnOperatorException if they may not
     */
    @PlatformTransaction
    public void withdraw(UserAccountId operator, AppointmentId id, String why) {
        operators.require(operator);
        String reason = said(why);
        Line line = held(id);
        if (line.state() != State.PROPOSED && line.state() != State.NOTICE) {
            throw refused(Reason.CHANGED_MEANWHILE);
        }
        rows.end(id, State.WITHDRAWN, operator, reason, clock.instant());
        record.step(line, operator, State.WITHDRAWN);
    }

    /**
     * Writes the proof, in no transaction: whoever reads it slowly holds no connection.
     *
     * @param operator who reads it
     * @param id which
     * @param to where
     * @return how many bytes it has
     * @throws NotAnOperatorException if they may not
     * @throws ProofNeededException if they have not proven themselves lately
     */
    public long writeProof(UserAccountId operator, AppointmentId id, OutputStream to) {
        operators.require(operator);
        fresh.require(operator);
        return proofs.write(id, to);
    }

    private Line held(AppointmentId id) {
        return rows.hold(id).orElseThrow(() -> refused(Reason.CHANGED_MEANWHILE));
    }

    private static void requireAnother(UserAccountId operator, UserAccountId person) {
        if (person.equals(operator)) {
            throw refused(Reason.ONESELF);
        }
    }

    static String said(String reason) {
        String words = reason.strip();
        if (words.isEmpty()) {
            throw refused(Reason.NO_REASON);
        }
        return words.substring(0, Math.min(LONGEST_REASON, words.length()));
    }

    /** The last part of a path, without characters that nobody sees. */
    private static String named(String file) {
        String name = file.replaceAll("^.*[/\\\\]", "").replaceAll("\\p{C}", "").strip();
        return name.isEmpty() ? "proof" : name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }

    private static AppointmentRefusedException refused(Reason reason) {
        return new AppointmentRefusedException(reason);
    }
}
