package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.combobox.ComboBox;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.GrantLine;
import fr.cloisonne.identity.matrix.MatrixPerson;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gives a colleague what another holds; what they have already stays as it is. */
class CopyDialog extends PlanDialog {

    private final ComboBox<MatrixPerson> from;
    private final ComboBox<MatrixPerson> to;

    CopyDialog(RightsDesk desk, Runnable changed) {
        super(desk, "copy.title", changed);
        from = People.one(desk, getTranslation("copy.from"));
        to = People.one(desk, getTranslation("copy.to"));
        from.addValueChangeListener(change -> hide());
        to.addValueChangeListener(change -> hide());
        add(from, to, shown());
    }

    @Override
    boolean takes() {
        return false;
    }

    @Override
    List<GrantLine> wanted() {
        MatrixPerson source = from.getValue();
        MatrixPerson target = to.getValue();
        return source == null || target == null
                ? List.of()
                : desk().services()
                        .mass()
                        .copying(
                                desk().person(),
                                desk().firmName(),
                                source.card().id(),
                                target.card().id());
    }

    @Override
    Map<UserAccountId, PersonCard> people() {
        MatrixPerson target = to.getValue();
        return target == null ? Map.of() : Map.of(target.card().id(), target.card());
    }

    @Override
    Map<UUID, String> places() {
        return desk().placeNames(this);
    }
}
