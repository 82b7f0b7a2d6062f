package fr.cloisonne.ui.provisioning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import fr.cloisonne.identity.federation.ProviderSheet;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.typed.Typed;

/** Names a value of a claim. */
class ClaimDialog extends Dialog {

    ClaimDialog(ProvisioningDesk desk, ProviderSheet sheet, Runnable done) {
        setHeaderTitle(getTranslation("claim.add.title", sheet.form().label()));
        setWidth("min(560px, 100vw)");
        Div refusal = new Div();
        TextField claim = field("claim.name", 200);
        claim.setHelperText(getTranslation("claim.name.help"));
        claim.setValue(sheet.form().claims().groups());
        TextField value = field("claim.value", 200);
        value.setHelperText(getTranslation("claim.value.help"));
        add(refusal, new Paragraph(getTranslation("claim.add.text")), claim, value);
        Typed.in(this);
        Button keep = new Button(getTranslation("claim.add"));
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        keep.setDisableOnClick(true);
        keep.addClickListener(press -> {
            keep.setEnabled(true);
            refusal.removeAll();
            desk.attempt(
                    this,
                    () -> {
                        desk.name(sheet.id(), claim.getValue(), value.getValue());
                        close();
                        Toast.done(getTranslation("claim.done.named"));
                        done.run();
                    },
                    words -> refusal.add(Notice.refusal(words)));
        });
        getFooter().add(new Button(getTranslation("act.cancel"), press -> close()), keep);
    }

    private TextField field(String label, int longest) {
        TextField field = new TextField(getTranslation(label));
        field.setRequiredIndicatorVisible(true);
        field.setMaxLength(longest);
        field.setWidthFull();
        return field;
    }
}
