package fr.cloisonne.ui.federation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.typed.Typed;

/** Names a domain that is to be proven. */
class DomainDialog extends Dialog {

    DomainDialog(DomainsDesk desk, Runnable done) {
        setHeaderTitle(getTranslation("domain.add.title", desk.firm().legalName()));
        setWidth("min(560px, 100vw)");
        Div refusal = new Div();
        TextField name = new TextField(getTranslation("domain.name"));
        name.setHelperText(getTranslation("domain.name.help"));
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(200);
        name.setWidthFull();
        add(refusal, new Paragraph(getTranslation("domain.add.text")), name);
        Typed.in(this);
        Button keep = new Button(getTranslation("domain.add"));
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        keep.addClickListener(press -> {
            refusal.removeAll();
            desk.attempt(
                    this,
                    () -> desk.claim(name.getValue()),
                    () -> {
                        close();
                        Toast.done(getTranslation("domain.done.claimed"));
                        done.run();
                    },
                    words -> refusal.add(Notice.refusal(words)));
        });
        getFooter().add(new Button(getTranslation("act.cancel"), press -> close()), keep);
    }
}
