package fr.cloisonne.ui.habilitation;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.AccessReview;
import fr.cloisonne.identity.habilitation.ReviewLine;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.table.TableFile;
import fr.cloisonne.ui.text.Formats;
import java.time.Instant;
import java.util.List;

/** A review as a file; that it was taken away is on record before the first byte. */
class ReviewExport extends FileDialog {

    private static final List<String> COLUMNS =
            List.of(
                    "column.company",
                    "export.siren",
                    "rights.holder",
                    "export.mail",
                    "review.through",
                    "rights.source",
                    "review.until",
                    "review.last",
                    "review.ways");

    private final AccessReview review;
    private final UserAccountId person;
    private final FirmCard firm;

    ReviewExport(AccessReview review, UserAccountId person, FirmCard firm, Formats formats) {
        super(firm.shortName(), formats, "review.export.title", "tab.review", COLUMNS);
        this.review = review;
        this.person = person;
        this.firm = firm;
    }

    @Override
    void write(TableFile table) {
        review.read(person, firm.shortName(), lines(table, this::cells));
    }

    private List<String> cells(ReviewLine line) {
        Instant last = line.lastUsed();
        return List.of(
                line.company(),
                line.siren().value(),
                line.person().name().display(),
                line.person().email(),
                ReviewWords.through(this, line),
                ReviewWords.source(this, line),
                line.until() == null ? "" : formats().day(line.until()),
                last == null ? "" : formats().moment(last),
                ReviewWords.ways(this, line));
    }
}
