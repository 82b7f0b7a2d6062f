package fr.cloisonne.ui.operator;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.registration.FirmOpening;
import fr.cloisonne.identity.registration.FirmRequestLine;
import fr.cloisonne.identity.registration.Operators;
import fr.cloisonne.ui.enamel.AnswerDialog;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.ForOperators;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Page;
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
public class FirmRequestsView extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private final transient FirmOpening opening;
    private final transient Operators operators;
    private final transient StepUp stepUp;
    private final transient Reader reader;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    public FirmRequestsView(
            FirmOpening opening,
            Operators operators,
            StepUp stepUp,
            Reader reader,
            Formats formats) {
        this.opening = opening;
        this.operators = operators;
        this.stepUp = stepUp;
        this.reader = reader;
        this.formats = formats;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!operators.contains(reader.person())) {
            throw new NotFoundException();
        }
        show();
    }

    private void show() {
        removeAll();
        head(getTranslation("title.operator"), getTranslation("operator.intro"));
        if (!operators.mayAct(reader.person())) {
            add(
                    Notice.information(getTranslation("operator.factor")),
                    link(getTranslation("operator.factor.add"), "account/security"));
            return;
        }
        List<FirmRequestLine> waiting = opening.waiting(reader.person());
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
                                    opening.approve(reader.person(), one.firm(), proof);
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
                                    opening.refuse(reader.person(), one.firm(), reason);
                                    decided("operator.refused");
                                }))
                .open();
    }

    private void decided(String key) {
        Toast.done(getTranslation(key));
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("title.operator") + " · Cloisonné";
    }
}
