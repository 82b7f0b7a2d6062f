package fr.cloisonne.ui.account;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.FactorDoubts;
import fr.cloisonne.identity.habilitation.FactorRule;
import fr.cloisonne.identity.habilitation.FactorRules;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.OwnFactorMissingException;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.recovery.FactorRecoveries;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.FirmPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.signin.StepUp;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Of whom a firm asks a second factor. */
@Route(value = "f/:firm/second-factor", layout = MainLayout.class)
@PermitAll
@Needs(Right.SEE_SIGN_IN)
public class FirmFactorView extends FirmPage {

    private final Habilitations habilitations;
    private final FactorRules rules;
    private final FactorRecoveries recoveries;
    private final FactorDoubts doubts;
    private final StepUp stepUp;
    private final Div refusal = new Div();

    /** The page; Spring makes one for each visit. */
    public FirmFactorView(
            Reader reader,
            Habilitations habilitations,
            FactorRules rules,
            FactorRecoveries recoveries,
            FactorDoubts doubts,
            StepUp stepUp) {
        super(reader, habilitations, "firm-factor");
        this.habilitations = habilitations;
        this.rules = rules;
        this.recoveries = recoveries;
        this.doubts = doubts;
        this.stepUp = stepUp;
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        head(getTranslation("title.firm-factor"), getTranslation("demand.intro", firm.legalName()));
        RadioButtonGroup<FactorRule> rule = new RadioButtonGroup<>();
        rule.setLabel(getTranslation("demand.asked"));
        rule.setItems(rules.choices());
        if (!rules.choices().contains(FactorRule.NOBODY)) {
            rule.setHelperText(getTranslation("demand.least"));
        }
        rule.setItemLabelGenerator(one -> getTranslation("demand.rule." + one.name()));
        rule.setValue(rules.of(firm.id()));
        boolean manages =
                habilitations.firmRights(person, firm.shortName()).contains(Right.MANAGE_SIGN_IN);
        rule.setReadOnly(!manages);
        Button save =
                new Button(
                        getTranslation("demand.save"),
                        press -> stepUp.perform(() -> save(person, firm, rule.getValue())));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div acts = new Div(save);
        acts.addClassNames("acts", "form-acts");
        acts.setVisible(manages);
        refusal.removeAll();
        add(
                refusal,
                rule,
                new Paragraph(getTranslation("demand.without", rules.without(firm.id()))),
                acts);
        if (manages) {
            colleaguesWithout(person, firm);
        }
    }

    /** Those who have lost their factors, and those whose factors are in doubt. */
    private void colleaguesWithout(UserAccountId person, FirmCard firm) {
        block(
                getTranslation("attest.block"),
                new Paragraph(getTranslation("attest.block.text")),
                attestation(person, firm));
        List<PersonCard> doubted = doubts.waiting(person, firm.shortName());
        if (!doubted.isEmpty()) {
            UnorderedList lines = new UnorderedList();
            lines.addClassName("lines");
            doubted.forEach(one -> lines.add(doubt(person, firm, one)));
            block(
                    getTranslation("doubt.block"),
                    new Paragraph(getTranslation("doubt.block.text")),
                    lines);
        }
    }

    private ListItem doubt(UserAccountId person, FirmCard firm, PersonCard one) {
        Div name = new Div(new Span(one.name().display()));
        name.addClassName("grow");
        Button confirm =
                new Button(
                        getTranslation("doubt.confirm"),
                        press ->
                                stepUp.perform(() -> {
                                    doubts.settle(person, firm.shortName(), one.id());
                                    Toast.done(getTranslation("doubt.confirmed"));
                                    again(person, firm);
                                }));
        confirm.setAriaLabel(getTranslation("doubt.confirm.of", one.name().display()));
        confirm.addThemeVariants(ButtonVariant.SMALL);
        return new ListItem(name, confirm);
    }

    private void again(UserAccountId person, FirmCard firm) {
        removeAll();
        show(person, firm);
    }

    private Button attestation(UserAccountId person, FirmCard firm) {
        return new Button(
                getTranslation("attest.open"),
                press ->
                        new AttestDialog(
                                        recoveries.attestable(person, firm.shortName()),
                                        stepUp,
                                        (colleague, reason) ->
                                                recoveries.attest(
                                                        person,
                                                        firm.shortName(),
                                                        colleague,
                                                        reason))
                                .open());
    }

    private void save(UserAccountId person, FirmCard firm, FactorRule rule) {
        refusal.removeAll();
        try {
            rules.change(person, firm.shortName(), rule);
            Toast.done(getTranslation("demand.saved"));
        } catch (OwnFactorMissingException missing) {
            Notice notice = Notice.refusal(getTranslation("demand.own"));
            notice.add(link(getTranslation("protect.act"), "account/security"));
            refusal.add(notice);
        }
    }
}
