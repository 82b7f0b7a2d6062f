package fr.cloisonne.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.ui.enamel.CompanyChip;
import fr.cloisonne.ui.enamel.Sign;
import java.util.List;
import java.util.Optional;

/** Says on every page which client company one is in, and leads to another in two keystrokes. */
class ClientSwitcher extends Div {

    private final NativeButton button = new NativeButton();
    private final Popover popover = new Popover();

    ClientSwitcher() {
        button.addClassName("switcher");
        button.getElement().setAttribute("aria-haspopup", "dialog");
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.setModal(true);
        popover.setAutofocus(true);
        popover.setWidth("360px");
        popover.setAriaLabel(getTranslation("switcher.label"));
        popover.addOpenedChangeListener(change ->
                button.getElement()
                        .setAttribute("aria-expanded", Boolean.toString(change.isOpened())));
        addClassName("switcher-place");
        add(button, popover);
    }

    void show(List<ClientCompanyCard> companies, String location) {
        Optional<CompanyAddress> place = CompanyAddress.parse(location);
        Optional<ClientCompanyCard> here =
                place.flatMap(address ->
                        companies.stream()
                                .filter(card -> card.path().equals(address.company()))
                                .findFirst());
        here.ifPresent(card -> RecentCompanies.ofSession().visited(card.tenant()));
        button.removeAll();
        button.setClassName("empty", here.isEmpty());
        button.add(here.map(ClientSwitcher::face).orElseGet(this::invitation));
        button.add(Sign.DOWN.draw());
        popover.close();
        popover.removeAll();
        popover.add(
                new SwitchList(
                        RecentCompanies.ofSession().first(companies), place, popover::close));
        setVisible(!companies.isEmpty());
    }

    private static Component[] face(ClientCompanyCard card) {
        return new Component[] {CompanyChip.of(card), CompanyChip.words(card)};
    }

    private Component[] invitation() {
        return new Component[] {Sign.PORTFOLIO.draw(), new Span(getTranslation("switcher.choose"))};
    }
}
