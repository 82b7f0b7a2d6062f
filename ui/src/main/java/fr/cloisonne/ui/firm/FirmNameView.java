package fr.cloisonne.ui.firm;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.registration.FirmNaming;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.ShortNameTakenException;
import fr.cloisonne.ui.enamel.FormAct;
import fr.cloisonne.ui.shell.FirmPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.signin.StepUp;
import jakarta.annotation.security.PermitAll;

/** The firm's name in addresses, and its change. */
@Route(value = "f/:firm/name", layout = MainLayout.class)
@PermitAll
@Needs(Right.DELEGATE)
public class FirmNameView extends FirmPage {

    private final transient FirmNaming naming;
    private final transient StepUp stepUp;

    /** The page; Spring makes one for each visit. */
    public FirmNameView(
            Reader reader, Habilitations habilitations, FirmNaming naming, StepUp stepUp) {
        super(reader, habilitations, "firm-name");
        this.naming = naming;
        this.stepUp = stepUp;
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        head(getTranslation("title.firm-name"), firm.legalName());
        TextField name = new TextField(getTranslation("firm-wish.name.field"));
        name.setHelperText(getTranslation("firm-wish.name.help"));
        name.setValue(firm.shortName().value());
        name.setMaxLength(30);
        name.setManualValidation(true);
        Div fields = new Div(name);
        fields.addClassNames("fields", "form");
        fields.add(
                FormAct.primary(
                        getTranslation("firm.rename"), fields, () -> rename(person, firm, name)));
        add(new Paragraph(getTranslation("firm.rename.text")), fields);
    }

    private void rename(UserAccountId person, FirmCard firm, TextField name) {
        name.setInvalid(false);
        FirmShortName.tryParse(name.getValue().strip())
                .ifPresentOrElse(
                        next -> stepUp.perform(() -> rename(person, firm, next, name)),
                        () -> refuse(name, "firm-wish.name.form"));
    }

    private void rename(UserAccountId person, FirmCard firm, FirmShortName next, TextField name) {
        if (next.equals(firm.shortName())) {
            refuse(name, "firm.rename.same");
            return;
        }
        try {
            naming.rename(person, firm.shortName(), next);
            getUI().ifPresent(ui -> ui.navigate("f/" + next + "/name"));
        } catch (ShortNameTakenException taken) {
            refuse(name, "firm-wish.name.taken");
        }
    }

    private void refuse(TextField name, String key) {
        name.setInvalid(true);
        name.setErrorMessage(getTranslation(key));
    }
}
