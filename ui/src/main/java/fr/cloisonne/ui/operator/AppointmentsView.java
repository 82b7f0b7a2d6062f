package fr.cloisonne.ui.operator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.appointment.Appointment;
import fr.cloisonne.identity.appointment.Appointments;
import fr.cloisonne.identity.audit.TakingAway;
import fr.cloisonne.identity.registration.Operators;
import fr.cloisonne.invoicing.staging.Staging;
import fr.cloisonne.ui.shell.ForOperators;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Where two operators appoint an administrator of a firm whose only one is gone. */
@Route(value = "operator/appointments", layout = MainLayout.class)
@PermitAll
@ForOperators
public class AppointmentsView extends OperatorPage {

    private final transient Appointments appointments;
    private final transient TakingAway taking;
    private final transient StepUp stepUp;
    private final transient Staging staging;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    public AppointmentsView(
            Appointments appointments,
            Operators operators,
            TakingAway taking,
            StepUp stepUp,
            Staging staging,
            Reader reader,
            Formats formats) {
        super(operators, reader, "appointments", "appointments.intro");
        this.appointments = appointments;
        this.taking = taking;
        this.stepUp = stepUp;
        this.staging = staging;
        this.formats = formats;
    }

    @Override
    protected Component[] acts() {
        Button propose = new Button(getTranslation("appointments.propose"));
        propose.addThemeVariants(ButtonVariant.PRIMARY);
        propose.addClickListener(press -> new AppointmentDialog(desk()).open());
        return new Component[] {propose};
    }

    private AppointmentsDesk desk() {
        UserAccountId operator = person();
        return new AppointmentsDesk(
                operator,
                appointments,
                taking,
                stepUp,
                (longest, from) -> staging.take(operator, null, longest, from),
                formats,
                this::show);
    }

    @Override
    protected void show(UserAccountId operator) {
        List<Appointment> latest = appointments.latest(operator);
        if (latest.isEmpty()) {
            add(
                    nothing(
                            getTranslation("appointments.none"),
                            getTranslation("appointments.none.next")));
            return;
        }
        UnorderedList lines = new UnorderedList();
        lines.addClassName("lines");
        latest.forEach(one -> lines.add(new AppointmentLine(desk(), one)));
        add(lines);
    }
}
