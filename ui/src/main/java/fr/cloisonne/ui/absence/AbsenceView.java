package fr.cloisonne.ui.absence;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.habilitation.Absences;
import fr.cloisonne.identity.habilitation.Delegation;
import fr.cloisonne.identity.habilitation.DelegationId;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.Substitute;
import fr.cloisonne.identity.habilitation.Substitutes;
import fr.cloisonne.identity.habilitation.Substitution;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Page;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** One's own times away, and those of the colleagues for whom one stands in. */
@Route(value = AbsenceView.ADDRESS, layout = MainLayout.class)
@PermitAll
public class AbsenceView extends Page implements BeforeEnterObserver, HasDynamicTitle {

    static final String ADDRESS = "absence";

    private final Reader reader;
    private final Absences absences;
    private final Delegation delegation;
    private final Substitution substitution;
    private final Substitutes substitutes;
    private final StepUp stepUp;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    public AbsenceView(
            Reader reader,
            Absences absences,
            Delegation delegation,
            Substitution substitution,
            Substitutes substitutes,
            StepUp stepUp,
            Formats formats) {
        this.reader = reader;
        this.absences = absences;
        this.delegation = delegation;
        this.substitution = substitution;
        this.substitutes = substitutes;
        this.stepUp = stepUp;
        this.formats = formats;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        fill();
    }

    private void fill() {
        removeAll();
        List<FirmCard> firms = absences.firms(reader.person());
        Component[] acts =
                firms.stream().map(firm -> plan(firm, firms.size() == 1)).toArray(Component[]::new);
        head(getTranslation("title.absence"), getTranslation("absence.intro"), acts);
        firms.forEach(this::show);
        substitutes.mine(reader.person()).forEach(this::duty);
        if (firms.isEmpty()) {
            add(nothing(getTranslation("absence.nofirm"), getTranslation("absence.nofirm.next")));
        }
    }

    private void duty(Substitute duty) {
        block(
                getTranslation("substitute.duty", duty.firm().legalName()),
                new SubstituteDuty(
                        substitution, stepUp, formats, reader.person(), duty, this::fill));
    }

    private Component plan(FirmCard firm, boolean only) {
        Button plan =
                new Button(
                        only
                                ? getTranslation("absence.plan")
                                : getTranslation("absence.plan.in", firm.legalName()),
                        press -> open(new AbsenceDesk(reader.person(), firm, absences)));
        plan.addThemeVariants(ButtonVariant.PRIMARY);
        return plan;
    }

    private void open(AbsenceDesk desk) {
        new AbsenceDialog(desk, stepUp, formats, this::fill).open();
    }

    private void show(FirmCard firm) {
        AbsenceDesk desk = new AbsenceDesk(reader.person(), firm, absences);
        block(
                getTranslation("absence.given", firm.legalName()),
                new AbsenceSheet(desk.given(), true, formats, this::end));
        block(
                getTranslation("absence.received", firm.legalName()),
                new AbsenceSheet(desk.received(), false, formats, this::end));
    }

    private void end(DelegationId given) {
        try {
            delegation.revoke(reader.person(), given);
        } catch (DelegationRefusedException over) {
            Toast.refusal(getTranslation("refused." + over.reason().name()));
        }
        fill();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("title.absence") + " · Cloisonné";
    }
}
