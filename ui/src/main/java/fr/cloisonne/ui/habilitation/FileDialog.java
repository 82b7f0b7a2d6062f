package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.cloisonne.identity.audit.Taken;
import fr.cloisonne.identity.audit.TakingAway;
import fr.cloisonne.invoicing.staging.StagedFile;
import fr.cloisonne.invoicing.staging.Staging;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.table.TableFile;
import fr.cloisonne.ui.table.TableFormat;
import fr.cloisonne.ui.taken.TakenFile;
import fr.cloisonne.ui.text.Formats;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A table of the firm to take away, in each of the formats. */
abstract class FileDialog extends Dialog {

    private final TakingAway taking;
    private final Taken.OfFirm taken;
    private final transient Staging staging;
    private final FirmId firm;
    private final Formats formats;
    private final String sheet;
    private final List<String> columns;

    /** A dialog; title, sheet and columns are names of texts. */
    FileDialog(
            TakingAway taking,
            Taken.OfFirm taken,
            Staging staging,
            FirmId firm,
            Formats formats,
            String title,
            String sheet,
            List<String> columns) {
        this.taking = taking;
        this.taken = taken;
        this.staging = staging;
        this.firm = firm;
        this.formats = formats;
        this.sheet = sheet;
        this.columns = columns;
        setHeaderTitle(getTranslation(title));
        setWidth("min(460px, 100vw)");
        Div files = new Div();
        files.addClassName("acts");
        for (TableFormat format : TableFormat.values()) {
            files.add(file(format));
        }
        add(new Paragraph(getTranslation("export.text")), files);
        getFooter().add(new Button(getTranslation("act.close"), press -> close()));
    }

    /** Opens once the person has shown lately who they are. */
    void ask(StepUp stepUp) {
        stepUp.perform(() -> {
            taking.allow(taken);
            open();
        });
    }

    /** Reads the lines. */
    abstract void read(Consumer<List<String>> lines);

    Formats formats() {
        return formats;
    }

    private Anchor file(TableFormat format) {
        String extension = format.extension();
        TakenFile file =
                new TakenFile(
                        taking,
                        taken.with("format", extension),
                        taken.firm() + "-" + formats.today() + "." + extension,
                        format.contentType(),
                        out -> send(format, out));
        Anchor link = new Anchor(file, getTranslation("export." + extension));
        link.addClassName("plain-act");
        return link;
    }

    /** The lines are read at the speed of the disk, whatever that of the one who takes them. */
    private long send(TableFormat format, OutputStream to) throws IOException {
        AtomicLong lines = new AtomicLong();
        try (StagedFile whole =
                staging.write(taken.person(), firm, file -> lines.set(write(format, file)))) {
            whole.sendTo(to);
        }
        return lines.get();
    }

    private long write(TableFormat format, OutputStream out) throws IOException {
        AtomicLong written = new AtomicLong();
        try (TableFile table = format.begin(out, getTranslation(sheet))) {
            table.row(columns.stream().map(key -> getTranslation(key)).toList());
            read(cells -> {
                row(table, cells);
                written.incrementAndGet();
            });
        }
        return written.get();
    }

    private static void row(TableFile table, List<String> cells) {
        try {
            table.row(cells);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
