package fr.cloisonne.identity.maildomain;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.maildomain.DomainRefusedException.Reason;
import fr.cloisonne.identity.maildomain.DomainRows.Row;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The mail domains of a firm, as its administrators name and prove them: by a record in the
 * domain's own zone, or where there is none to be had by an operator who looks at a document. A
 * proven domain is one firm's alone.
 */
@Service
public class MailDomains {

    /** Longest words to an operator, and longest answer. */
    public static final int LONGEST = 500;

    private static final int MOST = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DomainRows rows;
    private final WatchedRows watched;
    private final PublishedRecords records;
    private final SharedDomains shared;
    private final Habilitations habilitations;
    private final FreshProof proof;
    private final MailDomainSettings settings;

    MailDomains(
            DomainRows rows,
            WatchedRows watched,
            PublishedRecords records,
            SharedDomains shared,
            Habilitations habilitations,
            FreshProof proof,
            MailDomainSettings settings) {
        this.rows = rows;
        this.watched = watched;
        this.records = records;
        this.shared = shared;
        this.habilitations = habilitations;
        this.proof = proof;
        this.settings = settings;
    }

    /**
     * The firm's domains.
     *
     * @param person who asks, with {@link Right#SEE_SIGN_IN}
     * @param firm the firm
     * @return by name
     */
    public List<MailDomainSheet> of(UserAccountId person, FirmShortName firm) {
        FirmId seen = habilitations.requireInFirm(person, firm, Right.SEE_SIGN_IN).id();
        return rows.of(seen).stream().map(this::sheet).toList();
    }

    /**
     * Whose a domain is.
     *
     * @param domain the domain
     * @return the firm that has proven it
     */
    public Optional<FirmId> provenBy(MailDomain domain) {
        return rows.provenBy(domain);
    }

    /**
     * Names a domain; nothing follows from it until it is proven.
     *
     * @param person who does it, with {@link Right#MANAGE_SIGN_IN} and a fresh proof
     * @param firm the firm
     * @param typed the domain
     * @return which
     * @throws DomainRefusedException if it is none, nobody's own, or there already
     */
    public MailDomainId claim(UserAccountId person, FirmShortName firm, String typed) {
        FirmId card = requireProven(person, firm);
        MailDomain domain =
                MailDomain.tryParse(typed)
                        .orElseThrow(() -> new DomainRefusedException(Reason.MALFORMED));
        if (shared.contains(domain)) {
            throw new DomainRefusedException(Reason.SHARED);
        }
        if (rows.of(card).size() >= MOST) {
            throw new DomainRefusedException(Reason.TOO_MANY);
        }
        MailDomainId id = DomainRows.next();
        rows.claim(id, card, person, domain, token());
        return id;
    }

    /**
     * Looks whether the domain's zone publishes what it was asked to, for the first time or again;
     * then the domain is the firm's.
     *
     * @param person who does it, with {@link Right#MANAGE_SIGN_IN} and a fresh proof
     * @param firm the firm
     * @param id which
     * @throws DomainRefusedException if it does not, or the domain is another firm's
     */
    public void prove(UserAccountId person, FirmShortName firm, MailDomainId id) {
        Row row = one(requireProven(person, firm), id);
        if (row.proven() && !row.missing()) {
            throw new DomainRefusedException(Reason.NOT_FOUND);
        }
        switch (records.ask(row.record(), row.text())) {
            case AWAY -> throw new DomainRefusedException(Reason.AWAY);
            case ABSENT -> throw new DomainRefusedException(Reason.NOT_PUBLISHED);
            case PUBLISHED -> published(row, person);
        }
    }

    private void published(Row row, UserAccountId person) {
        if (row.proven()) {
            watched.seen(row, person);
        } else {
            rows.prove(row, person, DomainProof.DNS, null);
        }
    }

    /**
     * Asks an operator to look at a document instead.
     *
     * @param person who does it, with {@link Right#MANAGE_SIGN_IN} and a fresh proof
     * @param firm the firm
     * @param id which
     * @param words what shows that the domain is the firm's, and where to find it
     * @throws DomainRefusedException if nothing is said, or the domain does not wait for a proof
     */
    public void askOperator(
            UserAccountId person, FirmShortName firm, MailDomainId id, String words) {
        Row row = waiting(requireProven(person, firm), id);
        rows.askOperator(row, person, said(words));
    }

    /**
     * Names a domain no more: whatever followed from its proof ends with it.
     *
     * @param person who does it, with {@link Right#MANAGE_SIGN_IN} and a fresh proof
     * @param firm the firm
     * @param id which
     * @throws DomainRefusedException if the firm names no such domain
     */
    public void withdraw(UserAccountId person, FirmShortName firm, MailDomainId id) {
        rows.withdraw(one(requireProven(person, firm), id), person);
    }

    static String said(String words) {
        String said = words.strip();
        if (said.isEmpty()) {
            throw new DomainRefusedException(Reason.WORDS_MISSING);
        }
        return said.substring(0, Math.min(LONGEST, said.length()));
    }

    private FirmId requireProven(UserAccountId person, FirmShortName firm) {
        FirmId card = require(person, firm);
        proof.require(person);
        return card;
    }

    private FirmId require(UserAccountId person, FirmShortName firm) {
        return habilitations.requireInFirm(person, firm, Right.MANAGE_SIGN_IN).id();
    }

    private Row waiting(FirmId firm, MailDomainId id) {
        Row row = one(firm, id);
        if (row.proven()) {
            throw new DomainRefusedException(Reason.NOT_FOUND);
        }
        return row;
    }

    /** A domain that another firm names is none here. */
    private Row one(FirmId firm, MailDomainId id) {
        return rows.find(id)
                .filter(row -> row.firm().equals(firm))
                .orElseThrow(() -> new DomainRefusedException(Reason.NOT_FOUND));
    }

    private MailDomainSheet sheet(Row row) {
        return new MailDomainSheet(
                row.id(),
                row.domain(),
                row.record(),
                row.text(),
                row.proof(),
                row.provenAt(),
                row.askedAt(),
                row.proven() ? null : row.answer(),
                row.missing() ? settings.end(row) : null,
                row.lapsedAt());
    }

    private static String token() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
