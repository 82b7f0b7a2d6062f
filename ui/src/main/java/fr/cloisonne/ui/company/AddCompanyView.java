package fr.cloisonne.ui.company;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import fr.cloisonne.company.ClientCompanyAddition;
import fr.cloisonne.company.CompanyForm;
import fr.cloisonne.company.CompanyKnownException;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.enamel.FormAct;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.CompanyAddress;
import fr.cloisonne.ui.shell.FirmPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.text.Translations;
import fr.cloisonne.ui.typed.Typed;
import jakarta.annotation.security.PermitAll;

/** Takes on a client company for the firm. */
@Route(value = "f/:firm/companies/new", layout = MainLayout.class)
@PermitAll
@Needs(Right.MANAGE_COMPANIES)
public class AddCompanyView extends FirmPage {

    private final ClientCompanyAddition addition;
    private final Translations words;

    /** The page; Spring makes one for each visit. */
    public AddCompanyView(
            Reader reader,
            Habilitations habilitations,
            ClientCompanyAddition addition,
            Translations words) {
        super(reader, habilitations, "addition");
        this.addition = addition;
        this.words = words;
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        head(getTranslation("title.addition"), getTranslation("addition.intro", firm.legalName()));
        CompanyFields fields = new CompanyFields(words);
        Div refusal = new Div();
        Div told = new Div();
        Typed typed = Typed.in(fields, told, "company");
        Button add =
                FormAct.primary(
                        getTranslation("addition.act"),
                        fields,
                        () -> {
                            refusal.removeAll();
                            fields.form()
                                    .ifPresent(form -> add(person, firm, form, typed, refusal));
                        });
        Div acts = new Div(add);
        acts.addClassName("form-acts");
        add(told, refusal, fields, acts);
    }

    private void add(
            UserAccountId person, FirmCard firm, CompanyForm form, Typed typed, Div refusal) {
        try {
            CompanyPath path = addition.add(person, firm.shortName(), form);
            typed.sent();
            getUI().ifPresent(ui -> ui.navigate(CompanyAddress.to(path, CompanyAddress.HOME)));
        } catch (CompanyKnownException known) {
            refusal.add(Notice.refusal(getTranslation("addition.known", form.siren())));
        }
    }
}
