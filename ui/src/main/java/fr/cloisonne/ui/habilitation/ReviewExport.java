package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.AccessReview;
import fr.cloisonne.identity.habilitation.ReviewLine;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.table.TableFile;
import fr.cloisonne.ui.table.TableFormat;
import fr.cloisonne.ui.text.Formats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** A review as a file; that it was taken away is on record before the first byte. */
class ReviewExport extends Dialog {

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
    private final Formats formats;

    ReviewExport(AccessReview review, UserAccountId person, FirmCard firm, Formats formats) {
        this.review = review;
        this.person = person;
        this.firm = firm;
        this.formats = formats;
        setHeaderTitle(getTranslation("review.export.title"));
        setWidth("min(460px, 100vw)");
        Div files = new Div();
        files.addClassName("acts");
        for (TableFormat format : TableFormat.values()) {
            files.add(file(format));
        }
        add(new Paragraph(getTranslation("export.text")), files);
        getFooter().add(new Button(getTranslation("act.close"), press -> close()));
    }

    private Anchor file(TableFormat format) {
        String name = firm.shortName() + "-" + formats.today() + "." + format.extension();
        DownloadHandler download =
                event -> {
                    event.setFileName(name);
                    event.setContentType(format.contentType());
                    try (TableFile table =
                            format.begin(event.getOutputStream(), getTranslation("tab.review"))) {
                        write(table);
                    }
                };
        Anchor link = new Anchor(download, getTranslation("export." + format.extension()));
        link.addClassName("plain-act");
        return link;
    }

    private void write(TableFile table) throws IOException {
        table.row(COLUMNS.stream().map(key -> getTranslation(key)).toList());
        review.read(
                person,
                firm.shortName(),
                line -> {
                    try {
                        table.row(cells(line));
                    } catch (IOException gone) {
                        throw new UncheckedIOException(gone);
                    }
                });
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
                line.until() == null ? "" : formats.day(line.until()),
                last == null ? "" : formats.moment(last),
                ReviewWords.ways(this, line));
    }
}
