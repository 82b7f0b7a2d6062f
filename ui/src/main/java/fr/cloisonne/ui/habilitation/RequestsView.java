package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Delegation;
import fr.cloisonne.identity.habilitation.DelegationId;
import fr.cloisonne.identity.habilitation.DelegationLine;
import fr.cloisonne.identity.habilitation.Delegations;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.membership.RequestLine;
import fr.cloisonne.identity.membership.RequestState;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.enamel.Sheet;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.MemberPage;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;

/** What one has asked for in a firm, what became of it, and what colleagues have lent. */
@Route(value = "f/:firm/requests", layout = MainLayout.class)
@PermitAll
public class RequestsView extends MemberPage {

    private final PeopleDesks people;
    private final RequestChoices choices;
    private final transient Delegations delegations;
    private final transient Delegation delegation;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    RequestsView(
            Reader reader,
            Habilitations habilitations,
            PeopleDesks people,
            RequestChoices choices,
            Delegations delegations,
            Delegation delegation,
            Formats formats) {
        super(reader, habilitations, "requests");
        this.people = people;
        this.choices = choices;
        this.delegations = delegations;
        this.delegation = delegation;
        this.formats = formats;
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        removeAll();
        Button ask = new Button(getTranslation("requests.ask"));
        ask.addThemeVariants(ButtonVariant.PRIMARY);
        ask.addClickListener(press ->
                new RequestDialog(person, firm, people, choices, () -> show(person, firm)).open());
        head(
                getTranslation("title.requests"),
                getTranslation(
                        "requests.intro",
                        firm.legalName(),
                        String.join(", ", choices.administrators(firm.id()))),
                ask);
        List<RequestLine> mine = people.asked().mine(person, firm.id());
        add(
                mine.isEmpty()
                        ? nothing(
                                getTranslation("requests.none"),
                                getTranslation("requests.none.next"))
                        : sheet(person, firm, mine));
        List<DelegationLine> lent = delegations.to(person, firm.shortName());
        if (!lent.isEmpty()) {
            block(
                    getTranslation("rights.lent"),
                    new LentSheet(lent, formats, one -> giveBack(person, firm, one)));
        }
    }

    private void giveBack(UserAccountId person, FirmCard firm, DelegationId lent) {
        RightsDesk.attempt(this, () -> delegation.revoke(person, lent))
                .ifPresentOrElse(
                        Toast::refusal, () -> Toast.done(getTranslation("rights.given-back")));
        show(person, firm);
    }

    private Sheet sheet(UserAccountId person, FirmCard firm, List<RequestLine> mine) {
        Sheet sheet =
                new Sheet(
                        Set.of(),
                        getTranslation("requests.at"),
                        getTranslation("rights.profile"),
                        getTranslation("rights.scope"),
                        getTranslation("people.state"),
                        getTranslation("people.act"));
        for (RequestLine line : mine) {
            sheet.row(
                    new Span(formats.recent(line.at())),
                    new Span(ProfileNames.of(this, line.part())),
                    new Span(PartWords.place(this, line.part())),
                    new Span(state(line)),
                    withdrawal(person, firm, line));
        }
        sheet.addClassName("stacked");
        return sheet;
    }

    private String state(RequestLine line) {
        String answer = line.answer();
        String state = getTranslation("request.state." + line.state().name());
        return answer == null || answer.isBlank() ? state : state + " · " + answer;
    }

    private Div withdrawal(UserAccountId person, FirmCard firm, RequestLine line) {
        Div acts = new Div();
        if (line.state() == RequestState.WAITING) {
            Button withdraw = new Button(getTranslation("requests.withdraw"));
            withdraw.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            withdraw.addClickListener(press -> {
                RightsDesk.attempt(this, () -> people.requests().withdraw(person, line.id()))
                        .ifPresent(Toast::refusal);
                show(person, firm);
            });
            acts.add(withdraw);
        }
        return acts;
    }
}
