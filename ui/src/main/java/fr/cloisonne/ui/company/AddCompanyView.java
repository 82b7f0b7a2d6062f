package fr.cloisonne.ui.company;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import fr.cloisonne.company.ClientCompanyAddition;
import fr.cloisonne.company.CompanyForm;
import fr.cloisonne.company.CompanyKnownException;
import fr.cloisonne.company.CompanyLookup;
import fr.cloisonne.company.TooManyAdditionsException;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.Siret;
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
import java.util.Optional;

/** Takes on a client company for the firm. */
@Route(value = "f/:firm/companies/new", layout = MainLayout.class)
@PermitAll
@Needs(Right.MANAGE_COMPANIES)
public class AddCompanyView extends FirmPage {

    private static final int SHORTEST_NAME = 3;

    private final ClientCompanyAddition addition;
    private final CompanyLookup lookup;
    private final Translations words;

    /** The page; Spring makes one for each visit. */
    public AddCompanyView(
            Reader reader,
            Habilitations habilitations,
            ClientCompanyAddition addition,
            CompanyLookup lookup,
            Translations words) {
        super(reader, habilitations, "addition");
        this.addition = addition;
        this.lookup = lookup;
        this.words = words;
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        head(
                getTranslation("title.addition"),
                getTranslation("addition.intro", firm.legalName()),
                link(getTranslation("addition.many"), "f/" + firm.shortName() + "/imports"));
        CompanyFields fields = new CompanyFields(words);
        Div refusal = new Div();
        Div told = new Div();
        DirectoryProposals proposals = new DirectoryProposals(fields::fill);
        fields.whenTyped(
                number -> number(person, firm, number, refusal, proposals),
                name -> name(name, proposals));
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
        fields.addBelowNumber(proposals);
        add(told, refusal, fields, acts);
    }

    /** A whole number: told at once if the firm has it, otherwise looked up. */
    private void number(
            UserAccountId person,
            FirmCard firm,
            String number,
            Div refusal,
            DirectoryProposals proposals) {
        proposals.clear();
        refusal.removeAll();
        Optional<Siret> siret = Siret.tryParse(number);
        Optional<Siren> siren = siret.map(Siret::siren).or(() -> Siren.tryParse(number));
        if (siren.isEmpty()) {
            return;
        }
        var known = lookup.inPortfolio(person, firm.shortName(), siren.get());
        if (known.isPresent()) {
            refusal.add(known(siren.get(), known));
        } else {
            proposals.ask(true, () -> lookup.find(siren.get(), siret.orElse(null)));
        }
    }

    private void name(String name, DirectoryProposals proposals) {
        proposals.clear();
        if (name.length() >= SHORTEST_NAME) {
            proposals.ask(false, () -> lookup.search(name));
        }
    }

    private void add(
            UserAccountId person, FirmCard firm, CompanyForm form, Typed typed, Div refusal) {
        try {
            CompanyPath path = addition.add(person, firm.shortName(), form);
            typed.sent();
            getUI().ifPresent(ui -> ui.navigate(CompanyAddress.to(path, CompanyAddress.HOME)));
        } catch (CompanyKnownException known) {
            refusal.add(
                    known(
                            form.siren(),
                            lookup.inPortfolio(person, firm.shortName(), form.siren())));
        } catch (TooManyAdditionsException tooMany) {
            refusal.add(Notice.refusal(getTranslation("addition.too-many", tooMany.most())));
        }
    }

    private Component known(Siren siren, Optional<ClientCompanyCard> company) {
        if (company.isEmpty()) {
            return Notice.refusal(getTranslation("addition.known", siren.formatted()));
        }
        ClientCompanyCard card = company.get();
        Notice told =
                Notice.refusal(
                        getTranslation(
                                "addition.known.named", card.legalName(), siren.formatted()));
        told.add(
                link(
                        getTranslation("addition.known.open"),
                        CompanyAddress.to(card.path(), CompanyAddress.HOME)));
        return told;
    }
}
