package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.GrantLine;
import fr.cloisonne.identity.habilitation.GrantWish;
import fr.cloisonne.identity.habilitation.ProfileSheet;
import fr.cloisonne.identity.matrix.MatrixPerson;
import fr.cloisonne.identity.matrix.MatrixRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Several people, several places, several profiles: given or taken in one act. */
class MassDialog extends PlanDialog {

    private final RadioButtonGroup<Boolean> act = new RadioButtonGroup<>();
    private final MultiSelectComboBox<MatrixPerson> people;
    private final MultiSelectComboBox<MatrixRow> places;
    private final CheckboxGroup<ProfileSheet> profiles = new CheckboxGroup<>();

    MassDialog(RightsDesk desk, Runnable changed) {
        super(desk, "plan.title", changed);
        act.setLabel(getTranslation("plan.act"));
        act.setItems(false, true);
        act.setItemLabelGenerator(take -> getTranslation(take ? "plan.act.take" : "plan.act.give"));
        act.setValue(false);
        people = People.several(desk, getTranslation("plan.people"));
        places = Places.field(desk, getTranslation("rights.scope"));
        profiles.setLabel(getTranslation("rights.profile"));
        profiles.setItems(desk.profiles());
        profiles.setItemLabelGenerator(sheet -> ProfileNames.of(this, sheet));
        act.addValueChangeListener(change -> hide());
        people.addValueChangeListener(change -> hide());
        places.addValueChangeListener(change -> hide());
        profiles.addValueChangeListener(change -> hide());
        add(act, people, places, profiles, shown());
    }

    @Override
    boolean takes() {
        return act.getValue();
    }

    @Override
    List<GrantLine> wanted() {
        GrantWish wish =
                new GrantWish(
                        people().keySet(),
                        places.getValue().stream()
                                .map(MatrixRow::scope)
                                .collect(Collectors.toSet()),
                        profiles.getValue().stream()
                                .map(ProfileSheet::profile)
                                .collect(Collectors.toSet()));
        boolean enough =
                !wish.people().isEmpty() && !wish.scopes().isEmpty() && !wish.profiles().isEmpty();
        if (!enough) {
            return List.of();
        }
        var mass = desk().services().mass();
        return takes()
                ? mass.taking(desk().person(), desk().firmName(), wish)
                : mass.giving(desk().person(), desk().firmName(), wish);
    }

    @Override
    Map<UserAccountId, PersonCard> people() {
        Set<MatrixPerson> chosen = people.getValue();
        return chosen.stream()
                .map(MatrixPerson::card)
                .collect(Collectors.toMap(PersonCard::id, card -> card));
    }

    @Override
    Map<UUID, String> places() {
        return places.getValue().stream()
                .collect(
                        Collectors.toMap(
                                row -> row.scope().place(), row -> Places.name(this, row)));
    }
}
