package fr.cloisonne.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.appointment.Appointment;
import fr.cloisonne.identity.appointment.AppointmentNotice;
import fr.cloisonne.identity.appointment.AppointmentRefusedException;
import fr.cloisonne.ui.enamel.AnswerDialog;
import fr.cloisonne.ui.text.Formats;
import java.util.Objects;

/**
 * Tells everybody of a firm on every page that operators are about to appoint its administrator,
 * and lets each of them object.
 */
class AppointmentBanner extends Div {

    private final AppointmentNotice notice;
    private final Formats formats;

    AppointmentBanner(AppointmentNotice notice, Formats formats) {
        this.notice = notice;
        this.formats = formats;
        addClassName("banner");
        setVisible(false);
    }

    void show(UserAccountId person) {
        removeAll();
        notice.of(person).forEach(one -> say(person, one));
        setVisible(getComponentCount() > 0);
    }

    private void say(UserAccountId person, Appointment one) {
        Paragraph words =
                new Paragraph(
                        getTranslation(
                                "appointment.banner." + one.kind(),
                                one.person().name().display(),
                                one.firm().legalName(),
                                formats.moment(Objects.requireNonNull(one.effective()))));
        words.addClassName("grow");
        Button object = new Button(getTranslation("appointment.object"), press -> ask(person, one));
        object.addThemeVariants(ButtonVariant.SMALL);
        Div line = new Div(words, object);
        line.addClassNames("notice", "vermilion", "seeing");
        line.getElement().setAttribute("role", "status");
        add(line);
    }

    private void ask(UserAccountId person, Appointment one) {
        new AnswerDialog(
                        getTranslation("appointment.object"),
                        getTranslation("appointment.object.why"),
                        getTranslation("appointment.object"),
                        true,
                        why -> object(person, one, why))
                .open();
    }

    private void object(UserAccountId person, Appointment one, String why) {
        try {
            notice.object(person, one.firm().shortName(), one.id(), why);
            Toast.done(getTranslation("appointment.objected"));
        } catch (AppointmentRefusedException refused) {
            Toast.refusal(getTranslation("appointments.refused." + refused.reason()));
        }
        show(person);
    }
}
