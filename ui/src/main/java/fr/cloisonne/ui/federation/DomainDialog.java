package fr.cloisonne.ui.federation;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import fr.cloisonne.ui.enamel.DialogFoot;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.typed.Typed;

/** Names a domain that is to be proven. */
class DomainDialog extends Dialog {

    DomainDialog(DomainsDesk desk, Runnable done) {
        setHeaderTitle(getTranslation("domain.add.title", desk.firm().legalName()));
        setWidth("min(560px, 100vw)");
        TextField name = new TextField(getTranslation("domain.name"));
        name.setHelperText(getTranslation("domain.name.help"));
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(200);
        name.setWidthFull();
        name.setManualValidation(true);
        add(new Paragraph(getTranslation("domain.add.text")), name);
        Typed.in(this);
        DialogFoot.of(
                this,
                getTranslation("domain.add"),
                () ->
                        desk.attempt(
                                this,
                                () -> desk.claim(name.getValue()),
                                () -> {
                                    close();
                                    Toast.done(getTranslation("domain.done.claimed"));
                                    done.run();
                                },
                                words -> {
                                    name.setInvalid(true);
                                    name.setErrorMessage(words);
                                }));
    }
}
