package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.PortfolioSheet;
import fr.cloisonne.identity.habilitation.ProfileSheet;
import fr.cloisonne.identity.habilitation.PromisedRight;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.ui.enamel.DialogFoot;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.typed.Typed;
import java.util.Optional;

/** Asks for a profile over the firm, a portfolio or a client, with a reason. */
class RequestDialog extends Dialog {

    private final UserAccountId person;
    private final FirmCard firm;
    private final PeopleDesks people;
    private final Runnable done;
    private final RadioButtonGroup<ProfileSheet> profile = new RadioButtonGroup<>();
    private final ComboBox<PortfolioSheet> portfolio = new ComboBox<>();
    private final TextField siren = new TextField();
    private final TextArea reason = new TextArea();
    private final Div refusal = new Div();

    RequestDialog(
            UserAccountId person,
            FirmCard firm,
            PeopleDesks people,
            RequestChoices choices,
            Runnable done) {
        this.person = person;
        this.firm = firm;
        this.people = people;
        this.done = done;
        setHeaderTitle(getTranslation("requests.title", firm.legalName()));
        setWidth("min(520px, 100vw)");
        var profiles = choices.profiles(firm.id());
        profile.setLabel(getTranslation("rights.profile"));
        profile.setItems(profiles);
        profile.setItemLabelGenerator(sheet -> ProfileNames.choice(this, sheet));
        profile.setValue(profiles.getFirst());
        siren.setLabel(getTranslation("requests.siren"));
        siren.setHelperText(getTranslation("requests.siren.help"));
        siren.setManualValidation(true);
        siren.setErrorMessage(getTranslation("requests.siren.wrong"));
        siren.setWidthFull();
        portfolio.setLabel(getTranslation("matrix.portfolio"));
        portfolio.setItems(choices.portfolios(firm.id()));
        portfolio.setItemLabelGenerator(PortfolioSheet::name);
        portfolio.setClearButtonVisible(true);
        portfolio.setWidthFull();
        reason.setLabel(getTranslation("requests.reason"));
        reason.setMaxLength(500);
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.setErrorMessage(getTranslation("refused.ANSWER_MISSING"));
        reason.setWidthFull();
        add(refusal, profile, siren, portfolio, reason);
        Typed.in(this);
        DialogFoot.of(this, getTranslation("requests.send"), this::send);
    }

    private void send() {
        refusal.removeAll();
        String typed = siren.getValue().replaceAll("[\\s\\u00A0\\u202F]", "");
        Optional<Siren> company = Siren.tryParse(typed);
        siren.setInvalid(!typed.isEmpty() && company.isEmpty());
        reason.setInvalid(reason.getValue().isBlank());
        if (!siren.isInvalid() && !reason.isInvalid()) {
            RightsDesk.attempt(this, () -> ask(company))
                    .ifPresentOrElse(words -> refusal.add(Notice.refusal(words)), this::sent);
        }
    }

    private void ask(Optional<Siren> company) {
        var requests = people.requests();
        if (company.isPresent()) {
            requests.askFor(
                    person,
                    firm.shortName(),
                    company.get(),
                    profile.getValue().profile(),
                    reason.getValue());
            return;
        }
        PortfolioSheet chosen = portfolio.getValue();
        Scope scope =
                chosen == null
                        ? new Scope.WholeFirm(firm.id())
                        : new Scope.OnePortfolio(firm.id(), chosen.id());
        requests.ask(
                person,
                firm.shortName(),
                new PromisedRight(scope, profile.getValue().profile()),
                reason.getValue());
    }

    private void sent() {
        close();
        Toast.done(getTranslation("requests.sent"));
        done.run();
    }
}
