package fr.cloisonne.ui.attachment;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.membership.JoinRequestLine;
import fr.cloisonne.identity.membership.JoinRequests;
import fr.cloisonne.identity.registration.AttachmentLine;
import fr.cloisonne.identity.registration.Attachments;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.enamel.AnswerDialog;
import fr.cloisonne.ui.shell.FirmPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Who asks to belong to the firm. */
@Route(value = "f/:firm/attachments", layout = MainLayout.class)
@PermitAll
@Needs(Right.APPROVE)
public class AttachmentsView extends FirmPage {

    private final transient Attachments attachments;
    private final transient JoinRequests joining;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    public AttachmentsView(
            Reader reader,
            Habilitations habilitations,
            Attachments attachments,
            JoinRequests joining,
            Formats formats) {
        super(reader, habilitations, "attachments");
        this.attachments = attachments;
        this.joining = joining;
        this.formats = formats;
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        List<AttachmentLine> waiting = attachments.waiting(person, firm.shortName());
        List<JoinRequestLine> brought = joining.waiting(person, firm.shortName());
        removeAll();
        head(
                getTranslation("title.attachments"),
                getTranslation("attachment.intro", firm.legalName()));
        if (!brought.isEmpty()) {
            JoinLines lines =
                    new JoinLines(joining, person, firm, formats, () -> show(person, firm));
            lines.show(brought);
            block(getTranslation("join.brought"), lines);
        }
        if (waiting.isEmpty() && !brought.isEmpty()) {
            return;
        }
        if (waiting.isEmpty()) {
            add(nothing(getTranslation("attachment.none"), getTranslation("attachment.none.next")));
            return;
        }
        UnorderedList lines = new UnorderedList();
        lines.addClassName("lines");
        waiting.forEach(one -> lines.add(line(person, firm, one)));
        add(lines);
    }

    private ListItem line(UserAccountId person, FirmCard firm, AttachmentLine one) {
        String who = one.person().name().display();
        Span facts =
                new Span(
                        getTranslation(
                                "attachment.facts",
                                one.person().email(),
                                getTranslation("capacity." + one.capacity().name())));
        facts.addClassName("quiet");
        Div words = new Div(new Div(new Span(who)), facts);
        words.addClassName("grow");
        Span when = new Span(formats.recent(one.askedAt()));
        when.addClassName("when");
        return new ListItem(
                words, when, answer(person, firm, one, true), answer(person, firm, one, false));
    }

    private Button answer(
            UserAccountId person, FirmCard firm, AttachmentLine one, boolean accepted) {
        String key = accepted ? "answer.accept" : "answer.refuse";
        String title = getTranslation(key + ".of", one.person().name().display());
        Button button = new Button(getTranslation(key));
        button.addClickListener(press ->
                new AnswerDialog(
                                title,
                                getTranslation("answer.reason"),
                                getTranslation(key),
                                !accepted,
                                reason -> answer(person, firm, one, accepted, reason))
                        .open());
        button.setAriaLabel(title);
        button.addThemeVariants(ButtonVariant.SMALL);
        if (!accepted) {
            button.addThemeVariants(ButtonVariant.TERTIARY);
        }
        return button;
    }

    private void answer(
            UserAccountId person,
            FirmCard firm,
            AttachmentLine one,
            boolean accepted,
            String reason) {
        attachments.answer(person, firm.shortName(), one.id(), accepted, reason);
        Toast.done(getTranslation("attachment.answered"));
        show(person, firm);
    }
}
