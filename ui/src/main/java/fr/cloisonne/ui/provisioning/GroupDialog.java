package fr.cloisonne.ui.provisioning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import fr.cloisonne.identity.habilitation.ProfileSheet;
import fr.cloisonne.identity.habilitation.RightsByGroup.Given;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.matrix.MatrixRow;
import fr.cloisonne.identity.provisioning.GroupSheet;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.habilitation.Places;
import fr.cloisonne.ui.shell.Toast;

/** Says what a group gives: a profile, over the whole firm, a portfolio or one client company. */
class GroupDialog extends Dialog {

    private final ProvisioningDesk desk;
    private final GroupSheet group;
    private final Runnable done;
    private final Div refusal = new Div();
    private final Select<ProfileSheet> profile = new Select<>();
    private final ComboBox<MatrixRow> place = new ComboBox<>();
    private final Checkbox armed = new Checkbox();

    GroupDialog(ProvisioningDesk desk, GroupSheet group, Runnable done) {
        this.desk = desk;
        this.group = group;
        this.done = done;
        setHeaderTitle(getTranslation("provisioning.give.title", group.displayName()));
        setWidth("min(560px, 100vw)");
        profile.setLabel(getTranslation("provisioning.profile"));
        profile.setItems(desk.profiles());
        profile.setItemLabelGenerator(this::name);
        profile.setValue(desk.profiles().getFirst());
        profile.setWidthFull();
        place.setLabel(getTranslation("provisioning.place"));
        place.setPlaceholder(getTranslation("scope.firm"));
        place.setHelperText(getTranslation("provisioning.place.help"));
        place.setClearButtonVisible(true);
        place.setItems(query ->
                desk
                        .places(query.getFilter().orElse(""), query.getOffset(), query.getLimit())
                        .stream());
        place.setItemLabelGenerator(row -> Places.name(this, row));
        place.setWidthFull();
        armed.setLabel(getTranslation("provisioning.arm"));
        var body =
                new VerticalLayout(
                        refusal,
                        new Paragraph(getTranslation("provisioning.give.text", group.members())),
                        profile,
                        place,
                        armed);
        body.setPadding(false);
        add(body);
        Button keep =
                new Button(getTranslation("provisioning.give"), press -> give(press.getSource()));
        keep.setDisableOnClick(true);
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("act.cancel"), press -> close()), keep);
    }

    private String name(ProfileSheet sheet) {
        String own = sheet.name();
        return own == null ? getTranslation("profile." + sheet.profile().code()) : own;
    }

    private void give(Button keep) {
        keep.setEnabled(true);
        refusal.removeAll();
        MatrixRow where = place.getValue();
        Scope scope = where == null ? new Scope.WholeFirm(desk.firm().id()) : where.scope();
        desk.attempt(
                this,
                () -> {
                    desk.give(
                            group,
                            new Given(scope, profile.getValue().profile()),
                            armed.getValue());
                    close();
                    Toast.done(getTranslation("provisioning.done.given"));
                    done.run();
                },
                words -> refusal.add(Notice.refusal(words)));
    }
}
