package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import fr.cloisonne.identity.habilitation.Area;
import fr.cloisonne.identity.habilitation.Level;
import fr.cloisonne.identity.habilitation.ProfileSheet;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.Toast;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a profile of the firm's own, or changes what it allows. */
class ProfileDialog extends Dialog {

    private final RightsDesk desk;
    private final @Nullable ProfileSheet seen;
    private final Runnable done;
    private final TextField name = new TextField();
    private final Map<Area, Select<Level>> levels = new EnumMap<>(Area.class);
    private final Div refusal = new Div();

    ProfileDialog(RightsDesk desk, @Nullable ProfileSheet seen, Runnable done) {
        this.desk = desk;
        this.seen = seen;
        this.done = done;
        setHeaderTitle(
                seen == null
                        ? getTranslation("profiles.make")
                        : getTranslation("act.change.of", ProfileNames.of(this, seen)));
        setWidth("min(520px, 100vw)");
        name.setLabel(getTranslation("profiles.name"));
        name.setMaxLength(60);
        name.setWidthFull();
        Div areas = new Div();
        areas.addClassName("areas");
        for (Area area : Area.values()) {
            Select<Level> level = level(area);
            levels.put(area, level);
            areas.add(level);
        }
        if (seen != null) {
            name.setValue(ProfileNames.of(this, seen));
            fill(seen.rights());
        }
        add(refusal, name, areas);
        Button save =
                new Button(
                        getTranslation("act.save"),
                        press -> desk.services().stepUp().perform(this::save));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("act.cancel"), press -> close()), save);
    }

    private Select<Level> level(Area area) {
        Select<Level> level = new Select<>();
        level.setLabel(getTranslation("area." + area.name()));
        level.setEmptySelectionAllowed(true);
        level.setEmptySelectionCaption(getTranslation("level.none"));
        level.setItems(Level.values());
        level.setItemLabelGenerator(one ->
                one == null ? getTranslation("level.none") : getTranslation("level." + one.name()));
        return level;
    }

    private void fill(Set<Right> rights) {
        levels.forEach((area, level) -> {
            for (Level one : Level.values()) {
                if (rights.contains(Right.of(area, one))) {
                    level.setValue(one);
                }
            }
        });
    }

    private void save() {
        refusal.removeAll();
        RightsDesk.attempt(this, this::write)
                .ifPresentOrElse(words -> refusal.add(Notice.refusal(words)), this::saved);
    }

    private void write() {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        levels.forEach((area, level) ->
                level.getOptionalValue().ifPresent(one -> rights.add(Right.of(area, one))));
        var editing = desk.services().profileEditing();
        if (seen == null) {
            editing.make(desk.person(), desk.firmName(), name.getValue(), rights);
        } else {
            editing.change(desk.person(), desk.firmName(), seen, name.getValue(), rights);
        }
    }

    private void saved() {
        close();
        Toast.done(getTranslation("profiles.saved"));
        done.run();
    }
}
