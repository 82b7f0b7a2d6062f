package fr.cloisonne.ui.operator;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.LeastDemand;
import fr.cloisonne.identity.registration.FirmOpening;
import fr.cloisonne.identity.registration.FirmRequestLine;
import fr.cloisonne.identity.registration.Operators;
import fr.cloisonne.ui.enamel.AnswerDialog;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.ForOperators;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The firms that were asked for, for an operator to open or refuse. */
@Route(value = "operator", layout = MainLayout.class)
@PermitAll
@ForOperators
public class FirmRequestsView extends OperatorPage {

    private final transient FirmOpening opening;
    private final transient LeastDemand least;
    private final transient StepUp stepUp;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    public FirmRequestsView(
            FirmOpening opening,
            Operators operators,
            LeastDemand least,
            StepUp stepUp,
            Reader reader,
            Formats formats) {
        super(operators, reader, "operator", "operator.intro");
        this.opening = opening;
        this.least = least;
        this.stepUp = stepUp;
        this.formats = formats;
    }

    @Override
    protected void show(UserAccountId operator) {
        if (least.weakened()) {
            add(Notice.refusal(getTranslation("operator.weakened")));
        }
        List<FirmRequestLine> waiting = opening.waiting(operator);
        if (waiting.isEmpty()) {
            add(nothing(getTranslation("operator.none"), getTranslation("operator.none.next")));
            return;
        }
        UnorderedList lines = new UnorderedList();
        lines.addClassName("lines");
        waiting.forEach(one -> lines.add(line(one)));
        add(lines);
    }

    private ListItem line(FirmRequestLine one) {
        Span name = new Span(one.legalName());
        name.addClassName("name");
        Span facts =
                new Span(
                        getTranslation(
                                "operator.facts",
                                one.siren().formatted(),
                                one.shortName(),
                                getTranslation(
                                        one.checked() ? "operator.checked" : "operator.unchecked"),
                                one.person().name().display(),
                                one.person().email(),
                                getTranslation("capacity." + one.capacity().name())));
        facts.addClassName("quiet");
        Div words = new Div(new Div(name), facts);
        words.addClassName("grow");
        Span when = new Span(formats.recent(one.askedAt()));
        when.addClassName("when");
        Button open = new Button(getTranslation("operator.open"), press -> open(one));
        open.setAriaLabel(getTranslation("operator.open.of", one.legalName()));
        open.addThemeVariants(ButtonVariant.SMALL);
        Button refuse = new Button(getTranslation("answer.refuse"), press -> refuse(one));
        refuse.setAriaLabel(getTranslation("operator.refuse.of", one.legalName()));
        refuse.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        return new ListItem(words, when, open, refuse);
    }

    private void open(FirmRequestLine one) {
        new AnswerDialog(
                        getTranslation("operator.open.of", one.legalName()),
                        getTranslation("operator.proof"),
                        getTranslation("operator.open"),
                        true,
                        proof ->
                                stepUp.perform(() -> {
                                    opening.approve(person(), one.firm(), proof);
                                    decided("operator.opened");
                                }))
                .open();
    }

    private void refuse(FirmRequestLine one) {
        new AnswerDialog(
                        getTranslation("operator.refuse.of", one.legalName()),
                        getTranslation("answer.reason"),
                        getTranslation("answer.refuse"),
                        true,
                        reason ->
                                stepUp.perform(() -> {
                                    opening.refuse(person(), one.firm(), reason);
                                    decided("operator.refused");
                                }))
                .open();
    }

    private void decided(String key) {
        Toast.done(getTranslation(key));
        show();
    }
}
