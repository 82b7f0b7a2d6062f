package fr.cloisonne.ui.habilitation;

import fr.cloisonne.identity.audit.Taken;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.matrix.MatrixLine;
import fr.cloisonne.identity.matrix.MatrixMark.Source;
import fr.cloisonne.invoicing.staging.Staging;
import fr.cloisonne.ui.text.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The firm's rights as a file. */
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

    ExportDialog(RightsDesk desk, Staging staging, Formats formats) {
        super(
                desk.services().taking(),
                new Taken.OfFirm(desk.person(), desk.firmName(), Right.AUDIT, "matrix", Map.of()),
                staging,
                desk.firm().id(),
                formats,
                "export.title",
                "title.matrix",
                COLUMNS);
        this.desk = desk;
    }

    @Override
    void read(Consumer<List<String>> lines) {
        desk.services()
                .export()
                .read(desk.person(), desk.firmName(), line -> lines.accept(cells(line)));
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
