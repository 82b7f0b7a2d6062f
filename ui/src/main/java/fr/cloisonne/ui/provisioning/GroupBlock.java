package fr.cloisonne.ui.provisioning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.cloisonne.identity.provisioning.GroupRight;
import fr.cloisonne.identity.provisioning.GroupSheet;
import fr.cloisonne.ui.shell.Toast;

/** One group of the directory: how many are in it, and what it gives them. */
class GroupBlock extends Div {

    private final ProvisioningDesk desk;
    private final GroupSheet group;
    private final Runnable changed;

    GroupBlock(ProvisioningDesk desk, GroupSheet group, Runnable changed, Button... more) {
        this.desk = desk;
        this.group = group;
        this.changed = changed;
        add(new Paragraph(getTranslation("provisioning.group.members", group.members())));
        if (!group.rights().isEmpty()) {
            UnorderedList given = new UnorderedList();
            given.addClassName("plain-list");
            group.rights().forEach(right -> given.add(line(right)));
            add(given);
        }
        Div acts = new Div();
        acts.addClassNames("acts", "form-acts");
        acts.add(
                new Button(
                        getTranslation("provisioning.give"),
                        press -> new GroupDialog(desk, group, changed).open()));
        acts.add(more);
        add(acts);
    }

    private ListItem line(GroupRight right) {
        String profile = right.profileName();
        String place = right.placeName();
        Span what =
                new Span(
                        getTranslation(
                                "provisioning.gives",
                                profile == null
                                        ? getTranslation(
                                                "profile." + right.given().profile().code())
                                        : profile,
                                place == null ? getTranslation("scope.whole") : place));
        Button stop = new Button(getTranslation("provisioning.stop"), press -> stop(right));
        stop.setAriaLabel(
                getTranslation("provisioning.stop.of", what.getText(), group.displayName()));
        return new ListItem(what, stop);
    }

    private void stop(GroupRight right) {
        desk.attempt(
                this,
                () -> {
                    desk.stop(group.id(), right.id());
                    Toast.done(getTranslation("provisioning.done.stopped"));
                    changed.run();
                },
                Toast::refusal);
    }
}
