package fr.cloisonne.invoicing;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.RequiresHabilitation;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.invoicing.InvoiceRows.Changed;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The invoices of the client company in which one is. Names of people are looked up after the
 * company's transaction, so that no connection waits for another.
 */
@Service
@RequiresHabilitation(Right.CONSULT)
public class Invoices {

    private final InvoiceRows rows;
    private final UserAccounts accounts;

    Invoices(InvoiceRows rows, UserAccounts accounts) {
        this.rows = rows;
        this.accounts = accounts;
    }

    /**
     * A page of the list.
     *
     * @param filter which
     * @param sort in which order
     * @param offset how many to pass over
     * @param limit how many, at most 500
     * @return the page
     */
    public List<InvoiceRow> page(InvoiceFilter filter, InvoiceSort sort, int offset, int limit) {
        return rows.page(filter, sort, offset, limit);
    }

    /**
     * How many there are.
     *
     * @param filter which
     * @return their number
     */
    public long count(InvoiceFilter filter) {
        return rows.count(filter);
    }

    /**
     * One invoice, with its history.
     *
     * @param id which
     * @return the invoice, if this company has it
     */
    public Optional<InvoiceDetails> find(InvoiceId id) {
        return rows.details(id).map(details -> withHistory(details, rows.history(id)));
    }

    /**
     * Writes the file exactly as it was handed in, piece by piece: it never stands in memory as a
     * whole, and whoever reads it slowly holds no connection. The right is read anew for each
     * piece.
     *
     * @param id which invoice
     * @param out where to
     */
    public void write(InvoiceId id, OutputStream out) {
        UUID document = rows.document(id);
        int n = 0;
        for (byte[] piece = rows.piece(document, n);
                piece.length > 0;
                piece = rows.piece(document, ++n)) {
            try {
                out.write(piece);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    /**
     * How many invoices there are of each family.
     *
     * @return the counts
     */
    public FamilyCounts counts() {
        return new FamilyCounts(rows.counts());
    }

    private InvoiceDetails withHistory(InvoiceDetails d, List<Changed> changes) {
        Map<UserAccountId, PersonCard> people =
                people(changes.stream().flatMap(c -> Stream.of(c.actor(), c.onBehalf())));
        List<StatusChangeLine> history =
                changes.stream()
                        .map(c ->
                                new StatusChangeLine(
                                        c.at(),
                                        c.status(),
                                        c.reason(),
                                        person(c.actor(), people),
                                        person(c.onBehalf(), people)))
                        .toList();
        return new InvoiceDetails(
                d.row(),
                d.direction(),
                d.typeCode(),
                d.syntax(),
                d.profile(),
                d.seller(),
                d.buyer(),
                d.totals(),
                d.lineCount(),
                d.deposit(),
                d.depositedAt(),
                d.fileName(),
                d.fileSize(),
                d.sha256(),
                d.retentionUntil(),
                history,
                d.warnings());
    }

    private Map<UserAccountId, PersonCard> people(Stream<@Nullable UserAccountId> ids) {
        return accounts.cards(ids.filter(Objects::nonNull).map(Objects::requireNonNull).toList());
    }

    private static @Nullable PersonCard person(
            @Nullable UserAccountId id, Map<UserAccountId, PersonCard> people) {
        return id == null ? null : people.get(id);
    }
}
