package fr.cloisonne.ui.federation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import fr.cloisonne.identity.federation.ProviderForm;
import fr.cloisonne.identity.federation.ProviderSheet;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.typed.Typed;
import org.jspecify.annotations.Nullable;

/** Adds a provider, or changes one. */
class ProviderDialog extends Dialog {

    private final ProvidersDesk desk;
    private final @Nullable ProviderSheet former;
    private final ProviderFields fields;
    private final Runnable done;
    private final Div refusal = new Div();

    ProviderDialog(ProvidersDesk desk, @Nullable ProviderSheet former, Runnable done) {
        this.desk = desk;
        this.former = former;
        this.fields = new ProviderFields(former == null ? null : former.form(), desk.keysAddress());
        this.done = done;
        setHeaderTitle(
                former == null
                        ? getTranslation("provider.add.title", desk.firm().legalName())
                        : getTranslation("provider.change.title", former.form().label()));
        setWidth("min(720px, 100vw)");
        add(refusal, fields);
        Typed.in(this);
        Button cancel = new Button(getTranslation("act.cancel"), press -> close());
        Button keep = new Button(getTranslation("provider.keep"));
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        keep.setDisableOnClick(true);
        keep.addClickListener(press -> {
            try {
                refusal.removeAll();
                fields.form().ifPresent(this::keep);
            } finally {
                keep.setEnabled(true);
            }
        });
        getFooter().add(cancel, keep);
    }

    private void keep(ProviderForm form) {
        desk.attempt(
                this, () -> act(form), this::kept, words -> refusal.add(Notice.refusal(words)));
    }

    private void act(ProviderForm form) {
        if (former == null) {
            desk.add(form);
        } else {
            desk.change(former.id(), form);
        }
    }

    private void kept() {
        close();
        Toast.done(getTranslation("provider.done.kept"));
        done.run();
    }
}
