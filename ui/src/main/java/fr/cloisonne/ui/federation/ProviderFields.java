package fr.cloisonne.ui.federation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import fr.cloisonne.identity.federation.ClaimNames;
import fr.cloisonne.identity.federation.ClientAuthentication;
import fr.cloisonne.identity.federation.ProviderForm;
import fr.cloisonne.identity.federation.SignOutWays;
import fr.cloisonne.ui.shell.CopyField;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is to be said of a provider: what each needs, and what differs by provider. */
class ProviderFields extends Div {

    private final TextField address = field("provider.address", 340);
    private final TextField label = field("provider.label", 80);
    private final TextField client = field("provider.client", 255);
    private final PasswordField secret = new PasswordField();
    private final Select<ClientAuthentication> authentication = new Select<>();
    private final CopyField keys;
    private final TextField scopes = field("provider.scopes", 300);
    private final TextField level = field("provider.level", 200);
    private final Checkbox signed = new Checkbox();
    private final TextField given = field("provider.claim.given", 200);
    private final TextField family = field("provider.claim.family", 200);
    private final TextField email = field("provider.claim.email", 200);
    private final TextField groups = field("provider.claim.groups", 200);
    private final Checkbox there = new Checkbox();
    private final Checkbox back = new Checkbox();
    private final Checkbox front = new Checkbox();
    private final @Nullable ProviderForm former;

    ProviderFields(@Nullable ProviderForm former, String keysAddress) {
        this.former = former;
        this.keys = new CopyField(getTranslation("provider.keys"), keysAddress);
        keys.setHelperText(getTranslation("provider.keys.help"));
        address.setHelperText(getTranslation("provider.address.help"));
        label.setHelperText(getTranslation("provider.label.help"));
        secret.setLabel(getTranslation("provider.secret"));
        secret.setMaxLength(400);
        secret.getElement().setAttribute("autocomplete", "off");
        secret.setHelperText(
                getTranslation(hasSecret() ? "provider.secret.stays" : "provider.secret.help"));
        authentication.setLabel(getTranslation("provider.authentication"));
        authentication.setItems(ClientAuthentication.values());
        authentication.setItemLabelGenerator(
                one -> getTranslation("provider.authentication." + one.name()));
        authentication.setHelperText(getTranslation("provider.authentication.help"));
        authentication.addValueChangeListener(chosen -> showProof());
        level.setHelperText(getTranslation("provider.level.help"));
        signed.setLabel(getTranslation("provider.signed"));
        there.setLabel(getTranslation("provider.out.there"));
        back.setLabel(getTranslation("provider.out.back"));
        front.setLabel(getTranslation("provider.out.front"));
        Details more =
                new Details(
                        getTranslation("provider.more"),
                        columns(scopes, level, signed),
                        columns(given, family, email, groups),
                        columns(there, back, front));
        FormLayout needed = columns(address, label, client, authentication, secret, keys);
        needed.setColspan(secret, 2);
        needed.setColspan(keys, 2);
        add(needed, more);
        fill(former);
        showProof();
        more.setOpened(former != null);
    }

    /** A secret to be typed, or the address of our keys to be taken there. */
    private void showProof() {
        boolean bySecret = authentication.getValue().bySecret();
        secret.setVisible(bySecret);
        keys.setVisible(!bySecret);
    }

    /** Whether one is kept that may stay. */
    private boolean hasSecret() {
        return former != null && former.authentication().bySecret();
    }

    private static FormLayout columns(Component... fields) {
        FormLayout layout = new FormLayout(fields);
        layout.setResponsiveSteps(
                new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("480px", 2));
        return layout;
    }

    private TextField field(String key, int longest) {
        TextField field = new TextField(getTranslation(key));
        field.setMaxLength(longest);
        field.setManualValidation(true);
        return field;
    }

    private void fill(@Nullable ProviderForm form) {
        ClaimNames claims = form == null ? ClaimNames.STANDARD : form.claims();
        SignOutWays out = form == null ? SignOutWays.USUAL : form.signOut();
        address.setValue(form == null ? "" : form.address());
        label.setValue(form == null ? "" : form.label());
        client.setValue(form == null ? "" : form.clientId());
        authentication.setValue(form == null ? ClientAuthentication.POST : form.authentication());
        scopes.setValue(form == null ? "openid profile email" : String.join(" ", form.scopes()));
        level.setValue(form == null ? "" : form.level());
        signed.setValue(form != null && form.userinfoSigned());
        given.setValue(claims.given());
        family.setValue(claims.family());
        email.setValue(claims.email());
        groups.setValue(claims.groups());
        there.setValue(out.there());
        back.setValue(out.backChannel());
        front.setValue(out.frontChannel());
    }

    /** What was said, once nothing that is needed is missing. */
    Optional<ProviderForm> form() {
        long missing =
                Stream.of(address, label, client, scopes, given, family, email, groups)
                        .filter(this::isMissing)
                        .count();
        boolean bySecret = authentication.getValue().bySecret();
        boolean without = bySecret && !hasSecret() && secret.isEmpty();
        secret.setInvalid(without);
        secret.setErrorMessage(getTranslation("field.required"));
        return missing > 0 || without
                ? Optional.empty()
                : Optional.of(
                        new ProviderForm(
                                address.getValue().strip(),
                                label.getValue().strip(),
                                client.getValue().strip(),
                                bySecret ? secret.getValue() : "",
                                authentication.getValue(),
                                List.of(scopes.getValue().strip().split("[\\s,]+", -1)),
                                level.getValue().strip(),
                                signed.getValue(),
                                new ClaimNames(
                                        given.getValue().strip(),
                                        family.getValue().strip(),
                                        email.getValue().strip(),
                                        groups.getValue().strip()),
                                new SignOutWays(
                                        there.getValue(), back.getValue(), front.getValue()),
                                former == null ? 0 : former.version()));
    }

    private boolean isMissing(TextField field) {
        boolean missing = field.getValue().isBlank();
        field.setInvalid(missing);
        field.setErrorMessage(getTranslation("field.required"));
        return missing;
    }
}
