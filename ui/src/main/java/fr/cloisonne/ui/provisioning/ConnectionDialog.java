package fr.cloisonne.ui.provisioning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.typed.Typed;

/** Makes a connection for the firm's directory. */
class ConnectionDialog extends Dialog {

    private final ProvisioningDesk desk;
    private final Runnable done;
    private final Div refusal = new Div();
    private final TextField name = new TextField();

    ConnectionDialog(ProvisioningDesk desk, Runnable done) {
        this.desk = desk;
        this.done = done;
        setHeaderTitle(getTranslation("provisioning.add.title", desk.firm().legalName()));
        setWidth("min(560px, 100vw)");
        name.setLabel(getTranslation("provisioning.name"));
        name.setHelperText(getTranslation("provisioning.name.help"));
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(80);
        name.setWidthFull();
        add(refusal, new Paragraph(getTranslation("provisioning.add.text")), name);
        Typed.in(this);
        Button keep =
                new Button(getTranslation("provisioning.add"), press -> make(press.getSource()));
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        keep.setDisableOnClick(true);
        getFooter().add(new Button(getTranslation("act.cancel"), press -> close()), keep);
    }

    private void make(Button keep) {
        keep.setEnabled(true);
        refusal.removeAll();
        desk.attempt(
                this,
                () -> {
                    var token = desk.create(name.getValue()).token();
                    close();
                    new TokenDialog(token, done).open();
                },
                words -> refusal.add(Notice.refusal(words)));
    }
}
