package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.ui.table.TableFile;
import fr.cloisonne.ui.table.TableFormat;
import fr.cloisonne.ui.text.Formats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A table of the firm to take away, in each of the formats. */
abstract class FileDialog extends Dialog {

    private final FirmShortName firm;
    private final Formats formats;
    private final String sheet;
    private final List<String> columns;

    /** A dialog; title, sheet and columns are names of texts. */
    FileDialog(
            FirmShortName firm, Formats formats, String title, String sheet, List<String> columns) {
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

    /** Puts on record that it is taken away, before the first byte. */
    void ask(TableFormat format) {
        // Some are put on record by whoever reads the lines.
    }

    /** Writes the lines. */
    abstract void write(TableFile table);

    Formats formats() {
        return formats;
    }

    /** Takes lines and writes their cells. */
    static <L> Consumer<L> lines(TableFile table, Function<L, List<String>> cells) {
        return line -> {
            try {
                table.row(cells.apply(line));
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        };
    }

    private Anchor file(TableFormat format) {
        String name = firm + "-" + formats.today() + "." + format.extension();
        DownloadHandler download =
                event -> {
                    ask(format);
                    event.setFileName(name);
                    event.setContentType(format.contentType());
                    try (TableFile table =
                            format.begin(event.getOutputStream(), getTranslation(sheet))) {
                        table.row(columns.stream().map(key -> getTranslation(key)).toList());
                        write(table);
                    }
                };
        Anchor link = new Anchor(download, getTranslation("export." + format.extension()));
        link.addClassName("plain-act");
        return link;
    }
}
