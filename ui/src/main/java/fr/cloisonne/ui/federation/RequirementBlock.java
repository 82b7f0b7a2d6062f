package fr.cloisonne.ui.federation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.cloisonne.identity.federation.Requirement;
import fr.cloisonne.identity.habilitation.BreakGlass;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.enamel.Sign;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.text.Formats;
import java.time.Instant;

/** Whether the firm requires its provider, who can do without it, and until when. */
class RequirementBlock extends Div {

    private final ProvidersDesk desk;
    private final Requirement requirement;
    private final Formats formats;
    private final Runnable changed;

    RequirementBlock(
            ProvidersDesk desk, Requirement requirement, Formats formats, Runnable changed) {
        this.desk = desk;
        this.requirement = requirement;
        this.formats = formats;
        this.changed = changed;
        add(new Paragraph(getTranslation(requirement.on() ? "required.on" : "required.off")));
        if (requirement.on()) {
            show();
        } else {
            offer();
        }
    }

    private void offer() {
        if (!requirement.ready()) {
            quiet("required.not-ready");
        } else if (requirement.candidates().size() < BreakGlass.LEAST) {
            quiet("required.too-few");
        } else {
            acts(button("required.begin", this::name));
        }
    }

    private void quiet(String text) {
        Paragraph paragraph = new Paragraph(getTranslation(text));
        paragraph.addClassName("quiet");
        add(paragraph);
    }

    private void show() {
        long able = requirement.named().stream().filter(Requirement.Named::able).count();
        if (able < BreakGlass.LEAST) {
            add(Notice.refusal(getTranslation("required.short", able)));
        }
        UnorderedList lines = new UnorderedList();
        lines.addClassName("lines");
        requirement.named().forEach(one -> lines.add(line(one)));
        add(lines);
        Instant until = requirement.armedUntil();
        add(
                until == null
                        ? new Paragraph(getTranslation("required.window.none"))
                        : Notice.information(
                                getTranslation("required.window", formats.moment(until))));
        acts(
                until == null
                        ? button("required.arm", () -> new WindowDialog(desk, changed).open())
                        : button("required.disarm", () -> act(desk::disarm, "disarmed")),
                button("required.name", this::name),
                button("required.lift", this::confirm));
    }

    private ListItem line(Requirement.Named one) {
        Span name = new Span(one.person().name().display());
        name.addClassName("grow");
        Span state = new Span((one.able() ? Sign.CHECK : Sign.WARNING).draw());
        state.addClassNames("signed-word", "when");
        state.add(getTranslation(one.able() ? "required.able" : "required.unable"));
        return new ListItem(name, state);
    }

    private void acts(Button... buttons) {
        Div acts = new Div(buttons);
        acts.addClassNames("acts", "form-acts");
        acts.setVisible(desk.manages());
        add(acts);
    }

    private Button button(String text, Runnable act) {
        return new Button(getTranslation(text), press -> act.run());
    }

    private void name() {
        new RequirementDialog(desk, requirement, changed).open();
    }

    private void confirm() {
        ConfirmDialog dialog =
                new ConfirmDialog(
                        getTranslation("required.lift.title"),
                        getTranslation("required.lift.text"),
                        getTranslation("required.lift"),
                        yes -> act(desk::lift, "lifted"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("act.cancel"));
        dialog.open();
    }

    private void act(Runnable act, String done) {
        desk.attempt(
                this,
                act,
                () -> {
                    Toast.done(getTranslation("required.done." + done));
                    changed.run();
                },
                Toast::refusal);
    }
}
