package fr.cloisonne.identity.audit;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditVerification.Fault;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.ClientCompanies;
import fr.cloisonne.tenancy.CurrentTenant;
import fr.cloisonne.tenancy.schema.Schemas;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.TenantId;
import fr.cloisonne.tenancy.value.TenantUnavailableException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * All that was done in a firm, in one view: the firm's own chain, and those of its client companies
 * for one who may read in all of them. That it was verified is itself on record.
 */
@Component
public class FirmJournal {

    private static final Logger LOG = LoggerFactory.getLogger(FirmJournal.class);

    private static final Comparator<Row> NEWEST_FIRST =
            Comparator.comparing(Row::at)
                    .thenComparing(row -> row.chain().toString())
                    .thenComparingLong(Row::n)
                    .reversed();

    private final AuditTrail trail;
    private final ChainReading chains;
    private final ChainVerifying verifying;
    private final Checkpoints checkpoints;
    private final AuditReading reading;
    private final Habilitations habilitations;
    private final ClientCompanies companies;
    private final CurrentTenant tenant;
    private final Schemas schemas;
    private final SoughtNames names;

    FirmJournal(
            AuditTrail trail,
            ChainReading chains,
            ChainVerifying verifying,
            Checkpoints checkpoints,
            AuditReading reading,
            Habilitations habilitations,
            ClientCompanies companies,
            CurrentTenant tenant,
            Schemas schemas,
            SoughtNames names) {
        this.trail = trail;
        this.chains = chains;
        this.verifying = verifying;
        this.checkpoints = checkpoints;
        this.reading = reading;
        this.habilitations = habilitations;
        this.companies = companies;
        this.tenant = tenant;
        this.schemas = schemas;
        this.names = names;
    }

    /**
     * A page of the journal.
     *
     * @param asker who reads; needs {@link Right#AUDIT} in the firm
     * @param firm the firm
     * @param asked what narrows it
     * @param last the last entry already seen, or null for the first page
     * @param limit at most 500
     * @return newest first
     */
    public List<AuditEntry> page(
            UserAccountId asker,
            FirmShortName firm,
            AuditQuery asked,
            @Nullable AuditEntry last,
            int limit) {
        FirmCard card = habilitations.requireInFirm(asker, firm, Right.AUDIT);
        Map<UUID, ClientCompanyCard> readable = readable(asker, card, asked);
        List<SoughtNames.Sought> words = names.of(card.id(), asked.words());
        RowQuery ofFirm = ofFirm(card, readable, asked, last).saying(words);
        List<Row> rows = new ArrayList<>(chains.findInFirm(ofFirm, limit));
        for (ClientCompanyCard company : readable.values()) {
            RowQuery query = new RowQuery(company.tenant().value(), asked, last).saying(words);
            rows.addAll(rows(company.tenant(), query, limit));
        }
        rows.sort(NEWEST_FIRST);
        return reading.named(rows.subList(0, Math.min(limit, rows.size())), readable);
    }

    /** A company that does not open now keeps the journal of the others from nobody. */
    private List<Row> rows(TenantId company, RowQuery query, int limit) {
        try {
            return tenant.<List<Row>, RuntimeException>callAs(
                    company, () -> chains.findInCompany(query, limit));
        } catch (TenantUnavailableException closed) {
            LOG.warn("The journal goes without {}", company, closed);
            return List.of();
        }
    }

    /**
     * The companies whose rows are missing from the journal now, since they are closed.
     *
     * @param asker who reads; needs {@link Right#AUDIT} in the firm
     * @param firm the firm
     * @param asked what narrows it
     * @return by name
     */
    public List<ClientCompanyCard> closed(
            UserAccountId asker, FirmShortName firm, AuditQuery asked) {
        FirmCard card = habilitations.requireInFirm(asker, firm, Right.AUDIT);
        Map<UUID, ClientCompanyCard> readable = readable(asker, card, asked);
        return schemas.closed(readable.keySet()).stream()
                .map(readable::get)
                .sorted(Comparator.comparing(ClientCompanyCard::legalName))
                .toList();
    }

    private static RowQuery ofFirm(
            FirmCard firm,
            Map<UUID, ClientCompanyCard> readable,
            AuditQuery asked,
            @Nullable AuditEntry last) {
        RowQuery query = new RowQuery(firm.id().value(), asked, last);
        return asked.company() == null ? query : query.about(readable.keySet().iterator().next());
    }

    /** One company by the right in it, all by the right over the whole firm, otherwise none. */
    private Map<UUID, ClientCompanyCard> readable(
            UserAccountId asker, FirmCard firm, AuditQuery asked) {
        if (asked.company() != null) {
            var access = habilitations.requireInCompany(asker, asked.company(), Right.CONSULT);
            if (!access.company().firm().equals(firm.id())) {
                throw new NoSuchCompanyException();
            }
            return Map.of(access.company().tenant().value(), access.company());
        }
        return habilitations.firmRights(asker, firm.shortName()).contains(Right.CONSULT)
                ? companies.ofFirms(List.of(firm.id())).stream()
                        .collect(
                                Collectors.toMap(
                                        company -> company.tenant().value(), Function.identity()))
                : Map.of();
    }

    /**
     * Reads again the firm's chain, and those of its companies that the asker may read.
     *
     * @param asker who; needs {@link Right#AUDIT} in the firm
     * @param firm the firm
     * @return what was found
     */
    public JournalVerdict verify(UserAccountId asker, FirmShortName firm) {
        FirmCard card = habilitations.requireInFirm(asker, firm, Right.AUDIT);
        Map<UUID, ClientCompanyCard> companies = readable(asker, card, AuditQuery.ALL);
        Map<UUID, List<Checkpoint>> seen = checkpoints.of(card.id().value(), companies.keySet());
        UUID own = card.id().value();
        JournalVerdict verdict =
                JournalVerdict.of(
                        card.legalName(), verifying.verifyPlatform(own, marks(seen, own)));
        for (ClientCompanyCard company : companies.values()) {
            List<Checkpoint> marks = marks(seen, company.tenant().value());
            verdict = verdict.and(company.legalName(), verified(company.tenant(), marks));
        }
        return verdict;
    }

    private AuditVerification verified(TenantId company, List<Checkpoint> marks) {
        try {
            return tenant.<AuditVerification, RuntimeException>callAs(
                    company, () -> verifying.verifyCompany(marks));
        } catch (TenantUnavailableException closed) {
            LOG.warn("The chain of {} cannot be read", company, closed);
            return new AuditVerification(0, 1L, Fault.UNREADABLE);
        }
    }

    private static List<Checkpoint> marks(Map<UUID, List<Checkpoint>> seen, UUID chain) {
        return seen.getOrDefault(chain, List.of());
    }

    /**
     * Keeps that somebody has had the journal verified.
     *
     * @param asker who
     * @param firm whose journal
     * @param verdict what was found
     */
    @PlatformTransaction
    public void verified(UserAccountId asker, FirmShortName firm, JournalVerdict verdict) {
        record(
                asker,
                habilitations.requireInFirm(asker, firm, Right.AUDIT),
                verdict.intact() ? "audit.verified" : "audit.broken",
                Map.of("rows", Long.toString(verdict.rows())));
    }

    private void record(
            UserAccountId asker, FirmCard firm, String act, Map<String, String> details) {
        trail.recordUse(firm.id(), asker, Right.AUDIT, act, details);
    }
}
