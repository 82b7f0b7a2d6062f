package fr.cloisonne.ui.federation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fr.cloisonne.identity.federation.ProviderForm;
import fr.cloisonne.identity.federation.ProviderSheet;
import fr.cloisonne.ui.enamel.Facts;
import fr.cloisonne.ui.enamel.Sign;
import fr.cloisonne.ui.shell.CopyButton;
import fr.cloisonne.ui.shell.Toast;

/** One provider: its state, what to register there, and what can be done with it. */
class ProviderBlock extends Div {

    private final ProvidersDesk desk;
    private final ProviderSheet sheet;
    private final Runnable changed;

    ProviderBlock(ProvidersDesk desk, ProviderSheet sheet, Runnable changed) {
        this.desk = desk;
        this.sheet = sheet;
        this.changed = changed;
        Div acts = new Div();
        acts.addClassNames("acts", "form-acts");
        acts.setVisible(desk.manages());
        Anchor tryOut = new Anchor(desk.tryAddress(sheet.id()), getTranslation("provider.try"));
        tryOut.addClassName("plain-act");
        Anchor rights =
                new Anchor(desk.rightsAddress(sheet.id()), getTranslation("provider.rights"));
        rights.addClassName("plain-act");
        acts.add(tryOut, rights);
        if (sheet.live()) {
            acts.add(button("provider.off", () -> act(() -> desk.switchOff(sheet.id()), "off")));
        } else if (sheet.tried()) {
            Button on = button("provider.on", () -> act(() -> desk.switchOn(sheet), "on"));
            on.addThemeVariants(ButtonVariant.PRIMARY);
            acts.add(on);
        }
        acts.add(
                button("provider.change", () -> new ProviderDialog(desk, sheet, changed).open()),
                button("provider.remove", this::confirm));
        add(facts(), acts);
    }

    private Facts facts() {
        ProviderForm form = sheet.form();
        Facts facts =
                new Facts()
                        .with(getTranslation("provider.state"), state())
                        .with(getTranslation("provider.issuer"), form.address())
                        .with(getTranslation("provider.client"), form.clientId())
                        .with(getTranslation("provider.level"), form.level())
                        .with(
                                getTranslation("try.subject.CLIENT"),
                                getTranslation(
                                        "provider.authentication." + form.authentication().name()));
        if (!form.authentication().bySecret()) {
            address(facts, getTranslation("provider.keys"), sheet.keys());
        }
        address(facts, getTranslation("provider.redirect"), sheet.redirect());
        address(facts, getTranslation("provider.after"), sheet.signOutTarget());
        address(facts, getTranslation("provider.back"), sheet.backChannel());
        address(facts, getTranslation("provider.front"), sheet.frontChannel());
        address(facts, getTranslation("provider.initiate"), sheet.initiate());
        return facts;
    }

    /** An address of ours, to be taken to the provider. */
    private static void address(Facts facts, String caption, String address) {
        Span line = new Span(new Span(address), new CopyButton(caption, address));
        line.addClassName("copied-line");
        facts.wide(caption, line);
    }

    private Span state() {
        String name = sheet.live() ? "live" : sheet.tried() ? "tried" : "new";
        Sign sign = sheet.live() ? Sign.CHECK : sheet.tried() ? Sign.IN_PROGRESS : Sign.WARNING;
        Span state = new Span(sign.draw());
        state.addClassName("signed-word");
        state.add(getTranslation("provider.state." + name));
        return state;
    }

    private Button button(String text, Runnable act) {
        return new Button(getTranslation(text), press -> act.run());
    }

    private void confirm() {
        ConfirmDialog dialog =
                new ConfirmDialog(
                        getTranslation("provider.remove.title", sheet.form().label()),
                        getTranslation("provider.remove.text"),
                        getTranslation("provider.remove"),
                        yes -> act(() -> desk.remove(sheet.id()), "removed"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("act.cancel"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    private void act(Runnable act, String done) {
        desk.attempt(
                this,
                act,
                () -> {
                    Toast.done(getTranslation("provider.done." + done));
                    changed.run();
                },
                Toast::refusal);
    }
}
