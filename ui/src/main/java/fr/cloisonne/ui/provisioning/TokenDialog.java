package fr.cloisonne.ui.provisioning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import fr.cloisonne.identity.provisioning.ProvisioningToken;
import fr.cloisonne.ui.shell.CopyField;

/** A new token, this once, to hand to the directory. */
class TokenDialog extends Dialog {

    TokenDialog(ProvisioningToken token, Runnable done) {
        setHeaderTitle(getTranslation("provisioning.token.title"));
        setWidth("min(640px, 100vw)");
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        CopyField text = new CopyField(getTranslation("provisioning.token"), token.clear());
        text.addClassName("mono");
        add(new Paragraph(getTranslation("provisioning.token.once")), text);
        Button kept =
                new Button(
                        getTranslation("provisioning.token.kept"),
                        press -> {
                            close();
                            done.run();
                        });
        kept.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(kept);
    }
}
