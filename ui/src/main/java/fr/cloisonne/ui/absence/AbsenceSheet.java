package fr.cloisonne.ui.absence;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.cloisonne.identity.habilitation.AbsenceLine;
import fr.cloisonne.identity.habilitation.AbsenceLine.State;
import fr.cloisonne.identity.habilitation.DelegationId;
import fr.cloisonne.ui.enamel.Sheet;
import fr.cloisonne.ui.text.Formats;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Times away as a table: who, from when until when, how far it is, and what can be done. */
class AbsenceSheet extends Div {

    private final boolean own;
    private final Formats formats;
    private final Consumer<DelegationId> end;

    AbsenceSheet(
            List<AbsenceLine> lines, boolean own, Formats formats, Consumer<DelegationId> end) {
        this.own = own;
        this.formats = formats;
        this.end = end;
        if (lines.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("absence.none"));
            none.addClassName("quiet");
            add(none);
            return;
        }
        Sheet sheet =
                new Sheet(
                        Set.of(),
                        getTranslation(own ? "absence.substitute" : "absence.away"),
                        getTranslation("absence.days"),
                        getTranslation("absence.reason.short"),
                        getTranslation("absence.state"),
                        getTranslation("absence.acts"));
        lines.forEach(line -> row(sheet, line));
        sheet.addClassName("stacked");
        add(sheet);
    }

    private void row(Sheet sheet, AbsenceLine line) {
        sheet.row(
                new Span(line.other().name().display()),
                new Span(
                        getTranslation(
                                "absence.from",
                                formats.day(line.first()),
                                formats.day(line.last()))),
                new Span(line.reason().isBlank() ? "–" : line.reason()),
                new Span(getTranslation("absence.state." + line.state().name())),
                acts(line));
    }

    private Component acts(AbsenceLine line) {
        Div acts = new Div();
        acts.addClassName("acts");
        boolean lasts = line.state() == State.NOW || line.state() == State.TO_COME;
        if (own && line.state() != State.TO_COME) {
            acts.add(
                    new Anchor(
                            AbsenceView.ADDRESS + "/" + line.delegation(),
                            getTranslation("absence.report")));
        }
        if (lasts) {
            Button stop = new Button(getTranslation("absence.stop"), press -> confirm(line));
            stop.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            stop.setAriaLabel(getTranslation("absence.stop.of", line.other().name().display()));
            acts.add(stop);
        }
        return acts;
    }

    private void confirm(AbsenceLine line) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("absence.stop.title"));
        dialog.setText(
                getTranslation(
                        own ? "absence.stop.text" : "absence.stop.text.received",
                        line.other().name().display()));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("act.cancel"));
        dialog.setConfirmText(getTranslation("absence.stop"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(confirmed -> end.accept(line.delegation()));
        dialog.open();
    }
}
