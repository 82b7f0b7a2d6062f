package fr.cloisonne.ui.portfolio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import fr.cloisonne.identity.registration.FirmWish;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.InvalidIdentifierException;
import fr.cloisonne.tenancy.value.ShortNameTakenException;
import fr.cloisonne.ui.enamel.FormAct;
import fr.cloisonne.ui.enamel.Notice;
import java.util.function.Consumer;

/** What has become of a newcomer's registration, and what they do next: naming the firm. */
public class FirmWishBlock extends Section {

    /** A block; a name that is chosen goes to whoever shows it. */
    public FirmWishBlock(FirmWish wish, Consumer<FirmShortName> named) {
        addClassName("block");
        switch (wish) {
            case FirmWish.ToName one -> name(one, named);
            case FirmWish.Waiting one -> tell("firm-wish.waiting", one.legalName());
            case FirmWish.Refused one -> {
                tell("firm-wish.refused", one.legalName());
                add(Notice.refusal(one.reason()));
            }
            case FirmWish.Asked one -> tell("firm-wish.asked");
        }
    }

    private void tell(String key, Object... about) {
        add(
                new H2(getTranslation(key + ".title")),
                new Paragraph(getTranslation(key + ".text", about)));
    }

    private void name(FirmWish.ToName wish, Consumer<FirmShortName> named) {
        tell("firm-wish.name", wish.legalName(), wish.siren().formatted());
        TextField name = new TextField(getTranslation("firm-wish.name.field"));
        name.setHelperText(getTranslation("firm-wish.name.help"));
        name.setValue(wish.suggestion());
        name.setMaxLength(30);
        name.setManualValidation(true);
        Div fields = new Div(name);
        fields.addClassNames("fields", "form");
        fields.add(
                FormAct.primary(
                        getTranslation("firm-wish.name.act"), fields, () -> choose(name, named)));
        add(fields);
    }

    private void choose(TextField name, Consumer<FirmShortName> named) {
        try {
            name.setInvalid(false);
            named.accept(new FirmShortName(name.getValue().strip()));
        } catch (InvalidIdentifierException | ShortNameTakenException refused) {
            name.setInvalid(true);
            name.setErrorMessage(
                    getTranslation(
                            refused instanceof InvalidIdentifierException wrong
                                            && wrong.code().endsWith("characters")
                                    ? "firm-wish.name.form"
                                    : "firm-wish.name.taken"));
        }
    }
}
