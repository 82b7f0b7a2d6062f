package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextField;
import fr.cloisonne.identity.habilitation.PortfolioSheet;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.matrix.MatrixRow;
import fr.cloisonne.tenancy.value.TenantId;
import fr.cloisonne.ui.text.ComponentTexts;
import fr.cloisonne.ui.typed.Typed;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a portfolio, or changes its name and its clients. */
class PortfolioDialog extends EditDialog {

    private final @Nullable PortfolioSheet seen;
    private final TextField name = new TextField();
    private final MultiSelectComboBox<MatrixRow> companies = new MultiSelectComboBox<>();

    PortfolioDialog(RightsDesk desk, @Nullable PortfolioSheet seen, Runnable done) {
        super(desk, "portfolios.saved", done);
        this.seen = seen;
        setHeaderTitle(
                seen == null
                        ? getTranslation("portfolios.make")
                        : getTranslation("act.change.of", seen.name()));
        name.setLabel(getTranslation("portfolios.name"));
        name.setMaxLength(80);
        name.setWidthFull();
        companies.setLabel(getTranslation("portfolios.companies"));
        companies.setHelperText(getTranslation("portfolios.companies.help"));
        List<MatrixRow> all =
                desk.places("", 0, Integer.MAX_VALUE).stream()
                        .filter(row -> row.scope() instanceof Scope.OneCompany)
                        .sorted(Comparator.comparing(row -> Places.name(this, row)))
                        .toList();
        companies.setItems(all);
        companies.setItemLabelGenerator(row -> Places.name(this, row));
        companies.setI18n(ComponentTexts.manyOf(companies));
        companies.setWidthFull();
        if (seen != null) {
            name.setValue(seen.name());
            companies.setValue(
                    all.stream()
                            .filter(row -> seen.companies().contains(row.scope().company()))
                            .collect(Collectors.toSet()));
        }
        add(name, companies);
        Typed.in(this);
    }

    @Override
    void write() {
        Set<TenantId> chosen =
                companies.getValue().stream()
                        .map(row -> Objects.requireNonNull(row.scope().company()))
                        .collect(Collectors.toSet());
        var editing = desk().services().portfolioEditing();
        if (seen == null) {
            editing.make(desk().person(), desk().firmName(), name.getValue(), chosen);
        } else {
            editing.change(desk().person(), desk().firmName(), seen, name.getValue(), chosen);
        }
    }
}
