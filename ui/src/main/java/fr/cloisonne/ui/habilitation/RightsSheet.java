package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.cloisonne.identity.habilitation.DelegationLine;
import fr.cloisonne.invoicing.StatusFamily;
import fr.cloisonne.ui.enamel.FamilyEnamel;
import fr.cloisonne.ui.enamel.Sheet;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.text.Formats;
import java.util.List;
import java.util.Set;

/**
 * Delegations as a table: who, over what, which profiles, from whom and until when; each can end.
 */
class RightsSheet extends Div {

    private final RightsDesk desk;
    private final Formats formats;
    private final Runnable changed;

    RightsSheet(RightsDesk desk, Formats formats, List<DelegationLine> lines, Runnable changed) {
        this.desk = desk;
        this.formats = formats;
        this.changed = changed;
        if (lines.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("rights.none"));
            none.addClassName("quiet");
            add(none);
            return;
        }
        Sheet sheet =
                new Sheet(
                        Set.of(),
                        getTranslation("rights.holder"),
                        getTranslation("rights.scope"),
                        getTranslation("rights.profile"),
                        getTranslation("rights.source"),
                        getTranslation("rights.end"));
        lines.forEach(line -> row(sheet, line));
        sheet.addClassName("stacked");
        add(sheet);
    }

    private void row(Sheet sheet, DelegationLine line) {
        sheet.row(
                new Span(line.holder().name().display()),
                new Span(PartWords.places(this, line.parts())),
                new Span(PartWords.profiles(this, line.parts())),
                source(line),
                revoke(line));
    }

    private Component source(DelegationLine line) {
        Span words =
                new Span(
                        getTranslation(
                                "rights.from",
                                line.giver().name().display(),
                                formats.day(line.first()),
                                formats.day(line.last())));
        if (line.live()) {
            return words;
        }
        return new Div(
                FamilyEnamel.word(StatusFamily.EN_COURS, getTranslation("rights.later")),
                new Span(" "),
                words);
    }

    private Button revoke(DelegationLine line) {
        Button button = new Button(getTranslation("rights.revoke"), press -> confirm(line));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation("rights.revoke.of", line.holder().name().display()));
        return button;
    }

    private void confirm(DelegationLine line) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("rights.revoke.title"));
        dialog.setText(
                getTranslation(
                        "rights.revoke.text",
                        line.holder().name().display(),
                        PartWords.places(this, line.parts())));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("act.cancel"));
        dialog.setConfirmText(getTranslation("rights.revoke"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(confirmed -> end(line));
        dialog.open();
    }

    private void end(DelegationLine line) {
        RightsDesk.attempt(this, () -> desk.revoke(line))
                .ifPresentOrElse(Toast::refusal, this::ended);
    }

    private void ended() {
        Toast.done(getTranslation("rights.revoked"));
        changed.run();
    }
}
