package fr.cloisonne.ui.operator;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.maildomain.DomainRefusedException;
import fr.cloisonne.identity.maildomain.DomainReview;
import fr.cloisonne.identity.registration.Operators;
import fr.cloisonne.ui.enamel.AnswerDialog;
import fr.cloisonne.ui.shell.ForOperators;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.function.Consumer;

/** The mail domains that firms could not prove by their zone, for an operator to judge. */
@Route(value = "operator/domains", layout = MainLayout.class)
@PermitAll
@ForOperators
public class DomainReviewView extends OperatorPage {

    private final transient DomainReview review;
    private final transient StepUp stepUp;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    public DomainReviewView(
            DomainReview review,
            Operators operators,
            StepUp stepUp,
            Reader reader,
            Formats formats) {
        super(operators, reader, "domain-review", "domain.review.intro");
        this.review = review;
        this.stepUp = stepUp;
        this.formats = formats;
    }

    @Override
    protected void show(UserAccountId operator) {
        List<DomainReview.Waiting> waiting = review.waiting(operator);
        if (waiting.isEmpty()) {
            add(
                    nothing(
                            getTranslation("domain.review.none"),
                            getTranslation("domain.review.none.next")));
            return;
        }
        UnorderedList lines = new UnorderedList();
        lines.addClassName("lines");
        waiting.forEach(one -> lines.add(line(one)));
        add(lines);
    }

    private ListItem line(DomainReview.Waiting one) {
        Span name = new Span(one.domain().name());
        name.addClassName("name");
        Span facts =
                new Span(
                        getTranslation(
                                "domain.review.facts",
                                one.firm().legalName(),
                                one.firm().shortName().value(),
                                one.person().name().display(),
                                one.person().email()));
        facts.addClassName("quiet");
        Div words = new Div(new Div(name), facts, new Div(one.words()));
        words.addClassName("grow");
        Span when = new Span(formats.recent(one.askedAt()));
        when.addClassName("when");
        Button confirm = new Button(getTranslation("domain.review.confirm"));
        confirm.setAriaLabel(getTranslation("domain.review.confirm.of", one.domain().name()));
        confirm.addThemeVariants(ButtonVariant.SMALL);
        confirm.addClickListener(press ->
                ask(
                        one,
                        "domain.review.confirm",
                        "domain.review.seen",
                        "domain.review.confirmed",
                        seen -> review.confirm(person(), one.id(), seen)));
        Button refuse = new Button(getTranslation("answer.refuse"));
        refuse.setAriaLabel(getTranslation("domain.review.refuse.of", one.domain().name()));
        refuse.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        refuse.addClickListener(press ->
                ask(
                        one,
                        "answer.refuse",
                        "answer.reason",
                        "domain.review.refused",
                        reason -> review.refuse(person(), one.id(), reason)));
        return new ListItem(words, when, confirm, refuse);
    }

    private void ask(
            DomainReview.Waiting one,
            String act,
            String label,
            String done,
            Consumer<String> answer) {
        new AnswerDialog(
                        one.domain().name(),
                        getTranslation(label),
                        getTranslation(act),
                        true,
                        words -> stepUp.perform(() -> decide(answer, words, done)))
                .open();
    }

    private void decide(Consumer<String> answer, String words, String done) {
        try {
            answer.accept(words);
            Toast.done(getTranslation(done));
        } catch (DomainRefusedException refused) {
            Toast.refusal(getTranslation("domain.refused." + refused.reason().name()));
        }
        show();
    }
}
