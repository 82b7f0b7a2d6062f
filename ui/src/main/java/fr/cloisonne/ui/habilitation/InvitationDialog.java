package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.habilitation.ProfileSheet;
import fr.cloisonne.identity.habilitation.PromisedRight;
import fr.cloisonne.identity.matrix.MatrixRow;
import fr.cloisonne.identity.membership.InvitationForm;
import fr.cloisonne.identity.membership.InvitationRefusedException;
import fr.cloisonne.tenancy.value.TenantId;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.text.ComponentTexts;
import fr.cloisonne.ui.text.Formats;
import fr.cloisonne.ui.typed.Typed;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Invites somebody by mail, with the rights that wait for them. */
class InvitationDialog extends Dialog {

    private final RightsDesk desk;
    private final PeopleDesks people;
    private final Runnable done;
    private final TextField email = new TextField();
    private final TextField given = new TextField();
    private final TextField family = new TextField();
    private final RadioButtonGroup<Boolean> staff = new RadioButtonGroup<>();
    private final MultiSelectComboBox<MatrixRow> places;
    private final CheckboxGroup<ProfileSheet> profiles = new CheckboxGroup<>();
    private final Checkbox lent = new Checkbox();
    private final DatePicker first;
    private final DatePicker last;
    private final Div refusal = new Div();

    InvitationDialog(RightsDesk desk, PeopleDesks people, Formats formats, Runnable done) {
        this.desk = desk;
        this.people = people;
        this.done = done;
        LocalDate today = formats.today();
        places = Places.field(desk, getTranslation("rights.scope"));
        first = ComponentTexts.datePicker(getTranslation("rights.first"), today, getLocale());
        last = ComponentTexts.datePicker(getTranslation("rights.last"), today, getLocale());
        setHeaderTitle(getTranslation("people.invite.title", desk.firm().legalName()));
        setWidth("min(560px, 100vw)");
        fields(today);
        Div name = new Div(given, family);
        name.addClassName("areas");
        Div days = new Div(first, last);
        days.addClassName("acts");
        days.setVisible(false);
        lent.addValueChangeListener(change -> days.setVisible(change.getValue()));
        add(refusal, email, name, staff, places, profiles, lent, days);
        Typed.in(this);
        Button send = new Button(getTranslation("people.invite.send"), press -> send());
        send.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("act.cancel"), press -> close()), send);
    }

    private void fields(LocalDate today) {
        email.setLabel(getTranslation("signin.email"));
        email.setMaxLength(254);
        email.setWidthFull();
        given.setLabel(getTranslation("people.given"));
        given.setMaxLength(100);
        family.setLabel(getTranslation("people.family"));
        family.setMaxLength(100);
        staff.setLabel(getTranslation("people.kind"));
        staff.setItems(false, true);
        staff.setItemLabelGenerator(
                one -> getTranslation(one ? "people.kind.staff" : "people.kind.colleague"));
        staff.setValue(false);
        places.setHelperText(getTranslation("people.invite.scope"));
        profiles.setLabel(getTranslation("rights.profile"));
        profiles.setItems(desk.profiles());
        profiles.setItemLabelGenerator(sheet -> ProfileNames.of(this, sheet));
        lent.setLabel(getTranslation("people.invite.lent"));
        first.setValue(today);
        first.setMin(today);
        last.setValue(today.plusDays(14));
        last.setMin(today);
    }

    private void send() {
        refusal.removeAll();
        form().ifPresent(form ->
                desk.services()
                        .stepUp()
                        .perform(() -> {
                            try {
                                RightsDesk.attempt(this, () -> invite(form))
                                        .ifPresentOrElse(this::refuse, this::sent);
                            } catch (InvitationRefusedException refused) {
                                refuse(PartWords.refusal(this, refused));
                            }
                        }));
    }

    private void invite(InvitationForm form) {
        people.invitations().invite(desk.person(), desk.firmName(), form);
    }

    private void refuse(String words) {
        refusal.removeAll();
        refusal.add(Notice.refusal(words));
    }

    private void sent() {
        close();
        Toast.done(getTranslation("people.invited", email.getValue()));
        done.run();
    }

    private Optional<InvitationForm> form() {
        Optional<EmailAddress> address = address();
        boolean whole = !given.getValue().isBlank() && !family.getValue().isBlank();
        if (address.isEmpty() || !whole || places.isEmpty() != profiles.isEmpty()) {
            refuse(getTranslation("people.invite.incomplete"));
            return Optional.empty();
        }
        if (staff.getValue() && company() == null) {
            refuse(getTranslation("people.invite.staff"));
            return Optional.empty();
        }
        boolean days = lent.getValue() && !places.isEmpty();
        return Optional.of(
                new InvitationForm(
                        address.get(),
                        new PersonName(given.getValue(), family.getValue()),
                        getLocale(),
                        company(),
                        rights(),
                        days ? first.getValue() : null,
                        days ? last.getValue() : null));
    }

    private Optional<EmailAddress> address() {
        try {
            return Optional.of(new EmailAddress(email.getValue()));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** The one company of its staff; null where none, or more than one, is chosen. */
    private @Nullable TenantId company() {
        Set<MatrixRow> chosen = places.getValue();
        return staff.getValue() && chosen.size() == 1
                ? chosen.iterator().next().scope().company()
                : null;
    }

    private Set<PromisedRight> rights() {
        Set<PromisedRight> rights = new LinkedHashSet<>();
        for (MatrixRow place : places.getValue()) {
            for (ProfileSheet sheet : profiles.getValue()) {
                rights.add(new PromisedRight(place.scope(), sheet.profile()));
            }
        }
        return rights;
    }
}
