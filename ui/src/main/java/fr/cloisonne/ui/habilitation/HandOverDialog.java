package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.HandOverId;
import fr.cloisonne.ui.enamel.DialogFoot;
import fr.cloisonne.ui.enamel.Notice;

/**
 * Transfers all that a person holds to another for good, and lets the first leave if that is it.
 */
class HandOverDialog extends Dialog {

    private final HandOverDesk desk;
    private final boolean departure;
    private final ComboBox<PersonCard> from;
    private final ComboBox<PersonCard> to;
    private final Paragraph summary = new Paragraph();
    private final Div refusal = new Div();

    HandOverDialog(HandOverDesk desk, boolean departure) {
        this.desk = desk;
        this.departure = departure;
        from = people(departure ? "handover.leaver" : "handover.from");
        to = people("handover.to");
        setHeaderTitle(
                getTranslation(
                        departure ? "handover.depart.title" : "handover.title",
                        desk.firm().legalName()));
        setWidth("min(520px, 100vw)");
        summary.addClassName("summary");
        summary.getElement().setAttribute("role", "status");
        VerticalLayout fields = new VerticalLayout(from, to, summary);
        fields.setPadding(false);
        add(refusal, fields);
        Button act =
                DialogFoot.of(
                        this,
                        getTranslation(departure ? "handover.depart" : "handover.act"),
                        this::act);
        if (departure) {
            act.addThemeVariants(ButtonVariant.ERROR);
        }
        tell();
    }

    private ComboBox<PersonCard> people(String label) {
        ComboBox<PersonCard> field = new ComboBox<>(getTranslation(label));
        field.setItems(desk.colleagues());
        field.setItemLabelGenerator(person -> person.name().display());
        field.setRequiredIndicatorVisible(true);
        field.setErrorMessage(getTranslation("rights.colleague.missing"));
        field.setWidthFull();
        field.addValueChangeListener(change -> tell());
        return field;
    }

    private void tell() {
        PersonCard giver = from.getValue();
        PersonCard receiver = to.getValue();
        summary.setText(
                giver == null || receiver == null
                        ? getTranslation("handover.summary.none")
                        : getTranslation(
                                departure ? "handover.summary.departure" : "handover.summary",
                                giver.name().display(),
                                desk.heldBy(giver).size(),
                                receiver.name().display()));
    }

    private void act() {
        refusal.removeAll();
        PersonCard giver = from.getValue();
        PersonCard receiver = to.getValue();
        from.setInvalid(giver == null);
        to.setInvalid(receiver == null);
        if (giver != null && receiver != null) {
            desk.stepUp().perform(() -> act(giver, receiver));
        }
    }

    private void act(PersonCard giver, PersonCard receiver) {
        try {
            HandOverId id =
                    departure ? desk.depart(giver, receiver) : desk.transfer(giver, receiver);
            close();
            getUI().ifPresent(ui -> ui.navigate(desk.certificate(id)));
        } catch (DelegationRefusedException refused) {
            refusal.add(Notice.refusal(getTranslation("refused." + refused.reason().name())));
        }
    }
}
