package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import fr.cloisonne.identity.membership.RequestId;
import fr.cloisonne.identity.membership.RequestLine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The requests that are ticked, by boxes that say in the reader's language what they choose: the
 * grid's own say it in English alone.
 */
class ChosenRequests {

    private final Set<RequestId> chosen = new LinkedHashSet<>();
    private SerializableConsumer<Boolean> changed = some -> {};

    ChosenRequests(Grid<RequestLine> grid, List<RequestLine> all) {
        Checkbox every = new Checkbox();
        every.setAriaLabel(grid.getTranslation("approvals.all"));
        every.addValueChangeListener(change -> {
            chosen.clear();
            if (change.getValue()) {
                all.forEach(line -> chosen.add(line.id()));
            }
            grid.getDataProvider().refreshAll();
            changed.accept(!chosen.isEmpty());
        });
        Grid.Column<RequestLine> boxes =
                grid.addColumn(new ComponentRenderer<>(line -> box(grid, line)));
        boxes.setHeader(every).setFlexGrow(0).setWidth("60px");
        List<Grid.Column<RequestLine>> order = new ArrayList<>(grid.getColumns());
        order.remove(boxes);
        order.addFirst(boxes);
        grid.setColumnOrder(order);
    }

    private Checkbox box(Grid<RequestLine> grid, RequestLine line) {
        Checkbox box = new Checkbox(chosen.contains(line.id()));
        box.setAriaLabel(grid.getTranslation("approvals.one", line.person().name().display()));
        box.addValueChangeListener(change -> {
            if (change.getValue()) {
                chosen.add(line.id());
            } else {
                chosen.remove(line.id());
            }
            changed.accept(!chosen.isEmpty());
        });
        return box;
    }

    void onChange(SerializableConsumer<Boolean> listener) {
        changed = listener;
    }

    List<RequestId> ids() {
        return List.copyOf(chosen);
    }
}
