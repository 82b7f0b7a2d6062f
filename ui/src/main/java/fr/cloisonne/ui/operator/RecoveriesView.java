package fr.cloisonne.ui.operator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.recovery.OperatorRecoveries;
import fr.cloisonne.identity.recovery.OperatorRecovery;
import fr.cloisonne.identity.recovery.RecoveryRefusedException;
import fr.cloisonne.identity.registration.Operators;
import fr.cloisonne.ui.shell.ForOperators;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.function.Consumer;

/** Where two operators let somebody in again for whom no firm can speak. */
@Route(value = "operator/recoveries", layout = MainLayout.class)
@PermitAll
@ForOperators
public class RecoveriesView extends OperatorPage {

    private final transient OperatorRecoveries recoveries;
    private final transient StepUp stepUp;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    public RecoveriesView(
            OperatorRecoveries recoveries,
            Operators operators,
            StepUp stepUp,
            Reader reader,
            Formats formats) {
        super(operators, reader, "recoveries", "recoveries.intro");
        this.recoveries = recoveries;
        this.stepUp = stepUp;
        this.formats = formats;
    }

    @Override
    protected Component[] acts() {
        Button attest = new Button(getTranslation("recoveries.attest"));
        attest.addThemeVariants(ButtonVariant.PRIMARY);
        attest.addClickListener(press ->
                new RecoveryDialog((email, reason, refusal) ->
                        attempt(() -> recoveries.attest(person(), email, reason), refusal))
                        .open());
        return new Component[] {attest};
    }

    private boolean attempt(Runnable act, Consumer<String> refusal) {
        boolean[] done = {false};
        stepUp.perform(() -> {
            try {
                act.run();
                done[0] = true;
                Toast.done(getTranslation("recoveries.done"));
                show();
            } catch (RecoveryRefusedException refused) {
                refusal.accept(getTranslation("attest.refused." + refused.reason()));
            }
        });
        return done[0];
    }

    @Override
    protected void show(UserAccountId operator) {
        List<OperatorRecovery> underWay = recoveries.underWay(operator);
        if (underWay.isEmpty()) {
            add(nothing(getTranslation("recoveries.none"), getTranslation("recoveries.none.next")));
            return;
        }
        UnorderedList lines = new UnorderedList();
        lines.addClassName("lines");
        underWay.forEach(one -> lines.add(line(operator, one)));
        add(lines);
    }

    private ListItem line(UserAccountId operator, OperatorRecovery one) {
        Span name = new Span(one.person().name().display());
        name.addClassName("name");
        Div facts =
                new Div(
                        getTranslation(
                                "recoveries.facts",
                                one.person().email(),
                                one.attestedBy().name().display(),
                                one.reason()));
        Div state = new Div(state(one));
        facts.addClassNames("quiet", "breaks");
        state.addClassName("quiet");
        Div words = new Div(new Div(name), facts, state);
        words.addClassName("grow");
        Span when = new Span(formats.recent(one.at()));
        when.addClassName("when");
        ListItem line = new ListItem(words, when);
        if (one.recovery().confirmedBy() == null
                && !one.recovery().attestedBy().equals(operator)
                && !one.recovery().person().equals(operator)) {
            line.add(confirmation(one));
        }
        return line;
    }

    private String state(OperatorRecovery one) {
        var opens = one.recovery().opens();
        if (opens != null) {
            return getTranslation("recoveries.state.delay", formats.moment(opens));
        }
        return getTranslation(
                one.recovery().confirmedBy() == null
                        ? "recoveries.state.first"
                        : "recoveries.state.mailbox");
    }

    private Button confirmation(OperatorRecovery one) {
        Button confirm =
                new Button(
                        getTranslation("recoveries.confirm"),
                        press ->
                                attempt(
                                        () -> recoveries.confirm(person(), one.recovery().id()),
                                        Toast::refusal));
        confirm.setAriaLabel(
                getTranslation("recoveries.confirm.of", one.person().name().display()));
        confirm.addThemeVariants(ButtonVariant.SMALL);
        return confirm;
    }
}
