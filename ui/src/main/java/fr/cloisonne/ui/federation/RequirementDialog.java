package fr.cloisonne.ui.federation;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.federation.Requirement;
import fr.cloisonne.ui.enamel.DialogFoot;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.Toast;
import java.util.stream.Collectors;

/** Names those who can do without the provider, and requires it of everybody else. */
class RequirementDialog extends Dialog {

    private final ProvidersDesk desk;
    private final Requirement requirement;
    private final boolean on;
    private final Runnable done;
    private final CheckboxGroup<PersonCard> people = new CheckboxGroup<>();
    private final Div refusal = new Div();

    RequirementDialog(ProvidersDesk desk, Requirement requirement, Runnable done) {
        this.desk = desk;
        this.requirement = requirement;
        this.on = requirement.on();
        this.done = done;
        setHeaderTitle(getTranslation(on ? "required.name.title" : "required.begin.title"));
        setWidth("min(560px, 100vw)");
        people.setLabel(getTranslation("required.people"));
        people.setHelperText(getTranslation("required.people.help"));
        people.setItems(requirement.candidates());
        people.setItemLabelGenerator(one -> one.name().display());
        people.setValue(
                requirement.named().stream()
                        .filter(Requirement.Named::able)
                        .map(Requirement.Named::person)
                        .collect(Collectors.toSet()));
        people.addClassName("stacked");
        if (!on) {
            add(new Paragraph(getTranslation("required.begin.text")));
        }
        add(refusal, people);
        DialogFoot.of(this, getTranslation(on ? "provider.keep" : "required.begin"), this::keep);
    }

    private void keep() {
        refusal.removeAll();
        desk.attempt(
                this,
                () ->
                        desk.require(
                                requirement,
                                people.getValue().stream()
                                        .map(PersonCard::id)
                                        .collect(Collectors.toSet())),
                this::kept,
                words -> refusal.add(Notice.refusal(words)));
    }

    private void kept() {
        close();
        Toast.done(getTranslation(on ? "required.done.named" : "required.done.on"));
        done.run();
    }
}
