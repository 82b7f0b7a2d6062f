package fr.cloisonne.ui.federation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.cloisonne.identity.maildomain.DomainProof;
import fr.cloisonne.identity.maildomain.MailDomainSheet;
import fr.cloisonne.ui.enamel.AnswerDialog;
import fr.cloisonne.ui.enamel.Facts;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.enamel.Sign;
import fr.cloisonne.ui.shell.CopyButton;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.text.Formats;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One domain: whether it is proven, what would prove it, and what can be done with it. */
class DomainBlock extends Div {

    private final DomainsDesk desk;
    private final MailDomainSheet sheet;
    private final Runnable changed;

    DomainBlock(DomainsDesk desk, MailDomainSheet sheet, Formats formats, Runnable changed) {
        this.desk = desk;
        this.sheet = sheet;
        this.changed = changed;
        Div acts = new Div();
        acts.addClassNames("acts", "form-acts");
        acts.setVisible(desk.manages());
        DomainProof proof = sheet.proof();
        Facts facts = new Facts().with(getTranslation("domain.state"), state());
        if (proof != null) {
            Instant at = sheet.provenAt();
            facts.with(getTranslation("domain.proof"), getTranslation("domain.proof." + proof))
                    .with(getTranslation("domain.since"), at == null ? "" : formats.recent(at));
        }
        if (desk.manages() && (proof == null || sheet.until() != null)) {
            copied(facts, getTranslation("domain.record"), sheet.record());
            copied(facts, getTranslation("domain.value"), sheet.value());
            Button prove =
                    button("domain.prove", () -> act(() -> desk.prove(sheet.id()), "proven"));
            prove.addThemeVariants(ButtonVariant.PRIMARY);
            acts.add(prove);
        }
        if (proof == null) {
            acts.add(button("domain.ask", this::ask));
            add(new Paragraph(getTranslation("domain.how")));
        }
        acts.add(button("domain.withdraw", this::confirm));
        gone("domain.missing", sheet.until(), formats);
        gone("domain.lapsed", sheet.lapsedAt(), formats);
        add(facts);
        String answer = sheet.answer();
        if (answer != null) {
            add(Notice.refusal(getTranslation("domain.answer", answer)));
        }
        add(acts);
    }

    /** What is to be taken to the zone's host. */
    private static void copied(Facts facts, String caption, String text) {
        Span line = new Span(new Span(text), new CopyButton(caption, text));
        line.addClassName("copied-line");
        facts.wide(caption, line);
    }

    private void gone(String text, @Nullable Instant when, Formats formats) {
        if (when != null) {
            add(Notice.refusal(getTranslation(text, formats.moment(when))));
        }
    }

    private Span state() {
        String word =
                sheet.until() != null
                        ? "missing"
                        : sheet.proof() != null
                                ? "proven"
                                : sheet.askedAt() != null ? "asked" : "new";
        Sign sign =
                switch (word) {
                    case "proven" -> Sign.CHECK;
                    case "asked" -> Sign.IN_PROGRESS;
                    default -> Sign.WARNING;
                };
        Span state = new Span(sign.draw());
        state.addClassName("signed-word");
        state.add(getTranslation("domain.state." + word));
        return state;
    }

    private Button button(String text, Runnable act) {
        return new Button(getTranslation(text), press -> act.run());
    }

    private void ask() {
        new AnswerDialog(
                        getTranslation("domain.ask.title", sheet.domain().name()),
                        getTranslation("domain.ask.words"),
                        getTranslation("domain.ask.send"),
                        true,
                        (words, close) ->
                                desk.attempt(
                                        this,
                                        () -> desk.askOperator(sheet.id(), words),
                                        () -> {
                                            close.run();
                                            done("asked");
                                        },
                                        Toast::refusal))
                .open();
    }

    private void confirm() {
        ConfirmDialog dialog =
                new ConfirmDialog(
                        getTranslation("domain.withdraw.title", sheet.domain().name()),
                        getTranslation("domain.withdraw.text"),
                        getTranslation("domain.withdraw"),
                        yes -> act(() -> desk.withdraw(sheet.id()), "withdrawn"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("act.cancel"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    private void act(Runnable act, String done) {
        desk.attempt(this, act, () -> done(done), Toast::refusal);
    }

    private void done(String done) {
        Toast.done(getTranslation("domain.done." + done));
        changed.run();
    }
}
