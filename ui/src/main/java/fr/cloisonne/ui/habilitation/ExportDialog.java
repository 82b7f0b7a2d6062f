package fr.cloisonne.ui.habilitation;

import fr.cloisonne.identity.matrix.MatrixLine;
import fr.cloisonne.identity.matrix.MatrixMark.Source;
import fr.cloisonne.ui.table.TableFile;
import fr.cloisonne.ui.table.TableFormat;
import fr.cloisonne.ui.text.Formats;
import java.util.ArrayList;
import java.util.List;

/** The firm's rights as a file; that they were taken away is on record before the first byte. */
class ExportDialog extends FileDialog {

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

    ExportDialog(RightsDesk desk, Formats formats) {
        super(desk.firmName(), formats, "export.title", "title.matrix", COLUMNS);
        this.desk = desk;
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

    @Override
    void ask(TableFormat format) {
        desk.services().export().ask(desk.person(), desk.firmName(), format.extension());
    }

    @Override
    void write(TableFile table) {
        desk.services().export().read(desk.person(), desk.firmName(), lines(table, this::cells));
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
        cells.add(line.mark().until() == null ? "" : formats().day(line.mark().until()));
        return cells;
    }
}
