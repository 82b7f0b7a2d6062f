package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import fr.cloisonne.identity.matrix.MatrixLine;
import fr.cloisonne.identity.matrix.MatrixMark.Source;
import fr.cloisonne.ui.table.TableFile;
import fr.cloisonne.ui.table.TableFormat;
import fr.cloisonne.ui.text.Formats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The firm's rights as a file; that they were taken away is on record before the first byte. */
class ExportDialog extends Dialog {

    private static final List<String> COLUMNS =
            List.of(
                    "rights.holder",
                    "export.mail",
                    "rights.scope",
                    "export.siren",
                    "rights.profile",
                    "rights.source",
                    "rights.last");

    private final RightsDesk desk;
    private final Formats formats;

    ExportDialog(RightsDesk desk, Formats formats) {
        this.desk = desk;
        this.formats = formats;
        setHeaderTitle(getTranslation("export.title"));
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
    void ask() {
        desk.services()
                .stepUp()
                .perform(() -> {
                    desk.services().export().allow(desk.person(), desk.firmName());
                    open();
                });
    }

    private Anchor file(TableFormat format) {
        String name = desk.firmName() + "-" + formats.today() + "." + format.extension();
        DownloadHandler download =
                event -> {
                    desk.services()
                            .export()
                            .ask(desk.person(), desk.firmName(), format.extension());
                    event.setFileName(name);
                    event.setContentType(format.contentType());
                    try (TableFile table =
                            format.begin(event.getOutputStream(), getTranslation("title.matrix"))) {
                        write(table);
                    }
                };
        Anchor link = new Anchor(download, getTranslation("export." + format.extension()));
        link.addClassName("plain-act");
        return link;
    }

    private void write(TableFile table) throws IOException {
        table.row(COLUMNS.stream().map(this::said).toList());
        desk.services()
                .export()
                .read(
                        desk.person(),
                        desk.firmName(),
                        line -> {
                            try {
                                table.row(cells(line));
                            } catch (IOException gone) {
                                throw new UncheckedIOException(gone);
                            }
                        });
    }

    private String said(String key) {
        return getTranslation(key);
    }

    private List<String> cells(MatrixLine line) {
        boolean lent = line.mark().source() == Source.LENT;
        String giver = line.mark().sourceName();
        String siren = line.place().siren();
        List<String> cells = new ArrayList<>();
        cells.add(line.person().name().display());
        cells.add(line.person().email());
        cells.add(Places.name(this, line.place()));
        cells.add(siren == null ? "" : siren);
        cells.add(ProfileNames.of(this, line.mark().profile(), line.mark().profileName()));
        cells.add(
                lent
                        ? getTranslation("export.lent", giver == null ? "" : giver)
                        : getTranslation("rights.own"));
        cells.add(line.mark().until() == null ? "" : formats.day(line.mark().until()));
        return cells;
    }
}
