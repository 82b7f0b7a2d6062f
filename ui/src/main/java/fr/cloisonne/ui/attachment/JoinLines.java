package fr.cloisonne.ui.attachment;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.membership.InvitationRefusedException;
import fr.cloisonne.identity.membership.JoinRequestLine;
import fr.cloisonne.identity.membership.JoinRequests;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.enamel.AnswerDialog;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.text.Formats;
import java.util.List;

/** Who was brought by the firm's provider, has no account, and asks to belong to the firm. */
class JoinLines extends UnorderedList {

    private final transient JoinRequests requests;
    private final UserAccountId person;
    private final FirmCard firm;
    private final Formats formats;
    private final transient Runnable changed;

    JoinLines(
            JoinRequests requests,
            UserAccountId person,
            FirmCard firm,
            Formats formats,
            Runnable changed) {
        this.requests = requests;
        this.person = person;
        this.firm = firm;
        this.formats = formats;
        this.changed = changed;
        addClassName("lines");
    }

    void show(List<JoinRequestLine> waiting) {
        waiting.forEach(one -> add(line(one)));
    }

    private ListItem line(JoinRequestLine one) {
        String who = one.name().display();
        Span facts = new Span(getTranslation("join.facts", one.email(), one.issuer()));
        facts.addClassName("quiet");
        Div words = new Div(new Div(new Span(who)), facts);
        words.addClassName("grow");
        Span when = new Span(formats.recent(one.askedAt()));
        when.addClassName("when");
        Button accept =
                new Button(
                        getTranslation("answer.accept"),
                        press -> answer(() -> requests.accept(person, firm.shortName(), one.id())));
        accept.setAriaLabel(getTranslation("answer.accept.of", who));
        accept.addThemeVariants(ButtonVariant.SMALL);
        Button refuse = new Button(getTranslation("answer.refuse"), press -> refuse(one, who));
        refuse.setAriaLabel(getTranslation("answer.refuse.of", who));
        refuse.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        return new ListItem(words, when, accept, refuse);
    }

    private void refuse(JoinRequestLine one, String who) {
        new AnswerDialog(
                        getTranslation("answer.refuse.of", who),
                        getTranslation("answer.reason"),
                        getTranslation("answer.refuse"),
                        true,
                        reason ->
                                answer(() ->
                                        requests.refuse(
                                                person, firm.shortName(), one.id(), reason)))
                .open();
    }

    private void answer(Runnable act) {
        try {
            act.run();
            Toast.done(getTranslation("attachment.answered"));
        } catch (InvitationRefusedException refused) {
            Toast.refusal(getTranslation("invitation.refused." + refused.reason().name()));
        } catch (DelegationRefusedException refused) {
            Toast.refusal(getTranslation("refused." + refused.reason().name()));
        }
        changed.run();
    }
}
