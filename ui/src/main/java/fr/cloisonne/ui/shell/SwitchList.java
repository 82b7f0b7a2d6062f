package fr.cloisonne.ui.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.ui.enamel.CompanyChip;
import java.util.List;
import java.util.Optional;

/** The companies to switch to, found by name or SIREN; Enter opens the first of them. */
class SwitchList extends Div {

    private static final int SHOWN = 50;

    private final List<ClientCompanyCard> companies;
    private final Optional<CompanyAddress> place;
    private final UnorderedList list = new UnorderedList();
    private final TextField search = new TextField();
    private final Runnable done;

    SwitchList(List<ClientCompanyCard> companies, Optional<CompanyAddress> place, Runnable done) {
        this.companies = companies;
        this.place = place;
        this.done = done;
        search.setLabel(getTranslation("switcher.search"));
        search.setWidthFull();
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(120);
        search.addValueChangeListener(change -> fill());
        search.addKeyPressListener(Key.ENTER, press -> openFirst());
        list.addClassName("switch-list");
        add(search, list);
        fill();
    }

    private List<ClientCompanyCard> found() {
        return companies.stream()
                .filter(card -> CompanySearch.matches(card, search.getValue()))
                .limit(SHOWN)
                .toList();
    }

    private void fill() {
        list.removeAll();
        List<ClientCompanyCard> found = found();
        found.forEach(card -> list.add(line(card)));
        if (found.isEmpty()) {
            list.add(new ListItem(new Paragraph(getTranslation("switcher.none"))));
        }
    }

    private ListItem line(ClientCompanyCard card) {
        ListItem item =
                new ListItem(
                        new Anchor(address(card), CompanyChip.of(card), CompanyChip.words(card)));
        item.setClassName(
                "here", place.filter(here -> here.company().equals(card.path())).isPresent());
        return item;
    }

    private String address(ClientCompanyCard card) {
        return place.map(here -> here.of(card.path()))
                .orElseGet(() -> CompanyAddress.to(card.path(), CompanyAddress.HOME));
    }

    private void openFirst() {
        found().stream()
                .findFirst()
                .ifPresent(card -> {
                    done.run();
                    search.getUI().ifPresent(ui -> ui.navigate(address(card)));
                });
    }
}
