package fr.cloisonne.ui.habilitation;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.Taken;
import fr.cloisonne.identity.audit.TakingAway;
import fr.cloisonne.identity.habilitation.AccessReview;
import fr.cloisonne.identity.habilitation.ReviewLine;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.invoicing.staging.Staging;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.text.Formats;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A review as a file. */
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

    ReviewExport(
            AccessReview review,
            TakingAway taking,
            Staging staging,
            UserAccountId person,
            FirmCard firm,
            Formats formats) {
        super(
                taking,
                new Taken.OfFirm(person, firm.shortName(), Right.AUDIT, "review", Map.of()),
                staging,
                firm.id(),
                formats,
                "review.export.title",
                "tab.review",
                COLUMNS);
        this.review = review;
        this.person = person;
        this.firm = firm;
    }

    @Override
    void read(Consumer<List<String>> lines) {
        review.read(person, firm.shortName(), line -> lines.accept(cells(line)));
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
