package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.matrix.MatrixRow;
import fr.cloisonne.ui.text.ComponentTexts;

/** Places as people read them, and the field that chooses some. */
public final class Places {

    private Places() {}

    /**
     * What a place is called.
     *
     * @param reader in whose language
     * @param row the place
     * @return its name
     */
    public static String name(Component reader, MatrixRow row) {
        String name = row.name();
        if (name == null) {
            return reader.getTranslation("scope.firm");
        }
        return row.scope() instanceof Scope.OnePortfolio
                ? reader.getTranslation("scope.portfolio", name)
                : name;
    }

    static MultiSelectComboBox<MatrixRow> field(RightsDesk desk, String label) {
        MultiSelectComboBox<MatrixRow> field = new MultiSelectComboBox<>(label);
        field.setItems(query ->
                desk
                        .places(query.getFilter().orElse(""), query.getOffset(), query.getLimit())
                        .stream());
        field.setItemLabelGenerator(row -> name(field, row));
        field.setI18n(ComponentTexts.manyOf(field));
        field.setWidthFull();
        return field;
    }
}
