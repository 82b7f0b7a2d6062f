package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import fr.cloisonne.identity.habilitation.Area;
import fr.cloisonne.identity.habilitation.Level;
import fr.cloisonne.identity.habilitation.ProfileSheet;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.ui.typed.Typed;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a profile of the firm's own, or changes what it allows. */
class ProfileDialog extends EditDialog {

    private final @Nullable ProfileSheet seen;
    private final TextField name = new TextField();
    private final Map<Area, Select<Level>> levels = new EnumMap<>(Area.class);

    ProfileDialog(RightsDesk desk, @Nullable ProfileSheet seen, Runnable done) {
        super(desk, "profiles.saved", done);
        this.seen = seen;
        setHeaderTitle(
                seen == null
                        ? getTranslation("profiles.make")
                        : getTranslation("act.change.of", ProfileNames.of(this, seen)));
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
        add(name, areas);
        Typed.in(this);
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

    @Override
    void write() {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        levels.forEach((area, level) ->
                level.getOptionalValue().ifPresent(one -> rights.add(Right.of(area, one))));
        var editing = desk().services().profileEditing();
        if (seen == null) {
            editing.make(desk().person(), desk().firmName(), name.getValue(), rights);
        } else {
            editing.change(desk().person(), desk().firmName(), seen, name.getValue(), rights);
        }
    }
}
