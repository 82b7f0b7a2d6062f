package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.data.provider.Query;
import fr.cloisonne.identity.matrix.MatrixFilter;
import fr.cloisonne.identity.matrix.MatrixPerson;
import fr.cloisonne.ui.text.ComponentTexts;
import java.util.stream.Stream;

/** Fields that choose people of the firm. */
final class People {

    private People() {}

    static MultiSelectComboBox<MatrixPerson> several(RightsDesk desk, String label) {
        MultiSelectComboBox<MatrixPerson> field = new MultiSelectComboBox<>(label);
        field.setItems(query -> page(desk, query));
        field.setItemLabelGenerator(People::name);
        field.setI18n(ComponentTexts.manyOf(field));
        field.setWidthFull();
        return field;
    }

    static ComboBox<MatrixPerson> one(RightsDesk desk, String label) {
        ComboBox<MatrixPerson> field = new ComboBox<>(label);
        field.setItems(query -> page(desk, query));
        field.setItemLabelGenerator(People::name);
        field.setWidthFull();
        return field;
    }

    static String name(MatrixPerson person) {
        return person.card().name().display();
    }

    private static Stream<MatrixPerson> page(RightsDesk desk, Query<MatrixPerson, String> query) {
        MatrixFilter filter = new MatrixFilter(query.getFilter().orElse(""), "", null, null);
        return desk.people(filter, query.getOffset(), query.getLimit()).stream();
    }
}
