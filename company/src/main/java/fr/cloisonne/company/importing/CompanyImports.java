package fr.cloisonne.company.importing;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.ClientCompanies;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.Siren;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * Takes on many client companies from one table: read and judged first, line by line, with nothing
 * done; then added in the background, whether or not anybody looks on.
 */
@Service
@EnableConfigurationProperties(ImportSettings.class)
public class CompanyImports {

    private static final int SHOWN = 20;
    private static final int PIECE = 500;

    private final Habilitations habilitations;
    private final ClientCompanies companies;
    private final ImportRows rows;
    private final ImportStates states;
    private final FreshProof proof;
    private final AuditTrail audit;
    private final ImportSettings settings;
    private final Clock clock;

    /** One file at a time is read on a node: each may fill some memory. */
    private final ReentrantLock reading = new ReentrantLock();

    CompanyImports(
            Habilitations habilitations,
            ClientCompanies companies,
            ImportRows rows,
            ImportStates states,
            FreshProof proof,
            AuditTrail audit,
            ImportSettings settings,
            Clock clock) {
        this.habilitations = habilitations;
        this.companies = companies;
        this.rows = rows;
        this.states = states;
        this.proof = proof;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The longest file.
     *
     * @return bytes
     */
    public long longestFile() {
        return settings.size().toBytes();
    }

    /**
     * The most lines of a file.
     *
     * @return lines below the headings
     */
    public int mostLines() {
        return settings.lines();
    }

    /**
     * Reads a file and judges its lines; nothing is added.
     *
     * @param person needs {@link Right#MANAGE_COMPANIES} over the whole firm
     * @param firm the firm
     * @param fileName the file's name
     * @param file the file
     * @return the import, to look at and to start
     * @throws ImportRefusedException if it is no list of companies
     */
    public ImportId read(UserAccountId person, FirmShortName firm, String fileName, Path file) {
        FirmId id = require(person, firm).id();
        ListReading.Result list;
        reading.lock();
        try {
            list = ListReading.of(file, settings.lines());
        } finally {
            reading.unlock();
        }
        ImportId made = new ImportId(Uuid7.next());
        String shown = fileName.replaceAll("\\p{Cntrl}", "");
        rows.keep(
                made,
                id,
                person,
                shown.substring(0, Math.min(200, shown.length())),
                new ListReading.Result(knownAmong(id, list.lines()), list.ignored()),
                clock.instant());
        return made;
    }

    private List<JudgedLine> knownAmong(FirmId firm, List<JudgedLine> lines) {
        Set<Siren> known =
                companies.taken(
                        firm,
                        lines.stream()
                                .map(JudgedLine::form)
                                .filter(Objects::nonNull)
                                .map(form -> form.siren())
                                .toList());
        return lines.stream()
                .map(line -> {
                    var form = line.form();
                    return form != null && known.contains(form.siren())
                            ? line.as(ImportVerdict.KNOWN, List.of())
                            : line;
                })
                .toList();
    }

    /**
     * The firm's imports.
     *
     * @param person needs {@link Right#MANAGE_COMPANIES} over the whole firm
     * @param firm the firm
     * @return the latest first
     */
    public List<ImportSheet> of(UserAccountId person, FirmShortName firm) {
        return rows.of(require(person, firm).id(), SHOWN);
    }

    /**
     * One import.
     *
     * @param person needs {@link Right#MANAGE_COMPANIES} over the whole firm
     * @param firm the firm
     * @param id which
     * @return nothing if the firm has no such import
     */
    public Optional<ImportSheet> one(UserAccountId person, FirmShortName firm, ImportId id) {
        return rows.one(require(person, firm).id(), id);
    }

    /**
     * Lines of an import, in the order of the file.
     *
     * @param person needs {@link Right#MANAGE_COMPANIES} over the whole firm
     * @param firm the firm
     * @param id which
     * @param verdicts only lines with one of these
     * @param offset how many to leave out
     * @param most how many to give
     * @return the lines
     */
    public List<ImportLine> lines(
            UserAccountId person,
            FirmShortName firm,
            ImportId id,
            Collection<ImportVerdict> verdicts,
            int offset,
            int most) {
        return one(person, firm, id).isPresent()
                ? rows.lines(id, verdicts, offset, Math.min(PIECE, most))
                : List.of();
    }

    /**
     * Every line of an import, for a report.
     *
     * @param person needs {@link Right#MANAGE_COMPANIES} over the whole firm
     * @param firm the firm
     * @param id which
     * @param taker takes them in the order of the file
     */
    public void report(
            UserAccountId person, FirmShortName firm, ImportId id, Consumer<ImportLine> taker) {
        List<ImportVerdict> all = List.of(ImportVerdict.values());
        int done = 0;
        List<ImportLine> piece;
        do {
            piece = lines(person, firm, id, all, done, PIECE);
            piece.forEach(taker);
            done += piece.size();
        } while (piece.size() == PIECE);
    }

    /**
     * Starts adding; it goes on whatever becomes of the page.
     *
     * @param person needs {@link Right#MANAGE_COMPANIES} over the whole firm, and a fresh proof
     * @param firm the firm
     * @param id which; one that was started before is left as it is
     * @param corrections whether the corrections that were proposed are taken over
     */
    @PlatformTransaction
    public void start(UserAccountId person, FirmShortName firm, ImportId id, boolean corrections) {
        FirmCard card = require(person, firm);
        proof.require(person);
        if (!states.start(card.id(), id, person, clock.instant())) {
            return;
        }
        int lines = states.queue(id, corrections);
        audit.recordUse(
                card.id(),
                person,
                Right.MANAGE_COMPANIES,
                "company.import.started",
                Map.of("import", id.toString(), "lines", Integer.toString(lines)));
    }

    /**
     * Stops an import; what was added stays.
     *
     * @param person needs {@link Right#MANAGE_COMPANIES} over the whole firm
     * @param firm the firm
     * @param id which
     */
    @PlatformTransaction
    public void cancel(UserAccountId person, FirmShortName firm, ImportId id) {
        FirmCard card = require(person, firm);
        if (!states.cancel(card.id(), id)) {
            return;
        }
        audit.recordUse(
                card.id(),
                person,
                Right.MANAGE_COMPANIES,
                "company.import.cancelled",
                Map.of("import", id.toString()));
    }

    private FirmCard require(UserAccountId person, FirmShortName firm) {
        return habilitations.requireInFirm(person, firm, Right.MANAGE_COMPANIES);
    }
}
