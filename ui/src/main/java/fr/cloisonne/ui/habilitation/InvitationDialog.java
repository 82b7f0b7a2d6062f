package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
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
import fr.cloisonne.ui.enamel.DayRange;
import fr.cloisonne.ui.enamel.DialogFoot;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.text.Formats;
import fr.cloisonne.ui.typed.Typed;
import java.util.LinkedHashSet;
import java.util.List;
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
    private final DayRange days;
    private final Div refusal = new Div();

    InvitationDialog(RightsDesk desk, PeopleDesks people, Formats formats, Runnable done) {
        this.desk = desk;
        this.people = people;
        this.done = done;
        places = Places.field(desk, getTranslation("rights.scope"));
        days =
                new DayRange(
                        getTranslation("rights.first"),
                        getTranslation("rights.last"),
                        formats.today());
        setHeaderTitle(getTranslation("people.invite.title", desk.firm().legalName()));
        setWidth("min(560px, 100vw)");
        fields();
        Div name = new Div(given, family);
        name.addClassName("areas");
        days.setVisible(false);
        lent.addValueChangeListener(change -> days.setVisible(change.getValue()));
        add(refusal, email, name, staff, places, profiles, lent, days);
        Typed.in(this);
        DialogFoot.of(this, getTranslation("people.invite.send"), this::send);
    }

    private void fields() {
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
        profiles.setErrorMessage(getTranslation("people.invite.profile"));
        lent.setLabel(getTranslation("people.invite.lent"));
        for (TextField field : List.of(email, given, family)) {
            field.setRequiredIndicatorVisible(true);
            field.setManualValidation(true);
        }
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

    /** What is asked for, once every field holds; each that does not says why. */
    private Optional<InvitationForm> form() {
        Optional<EmailAddress> address = EmailAddress.tryParse(email.getValue());
        boolean hasGiven = isName(given);
        boolean hasFamily = isName(family);
        told(email, address.isPresent() ? "" : "register.email.wrong");
        boolean lends = lent.getValue() && !places.isEmpty();
        Optional<DayRange.Days> when = lends ? days.days() : Optional.empty();
        if (!placed()
                || address.isEmpty()
                || !hasGiven
                || !hasFamily
                || lends != when.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                new InvitationForm(
                        address.get(),
                        new PersonName(given.getValue(), family.getValue()),
                        getLocale(),
                        company(),
                        rights(),
                        when.map(DayRange.Days::first).orElse(null),
                        when.map(DayRange.Days::last).orElse(null)));
    }

    private boolean isName(TextField field) {
        boolean shows = PersonName.isShowable(field.getValue());
        told(
                field,
                shows ? "" : field.getValue().isBlank() ? "invalid.empty" : "register.name.wrong");
        return shows;
    }

    /** A place goes with a profile, and somebody of a client's staff with that client alone. */
    private boolean placed() {
        boolean elsewhere = staff.getValue() && company() == null;
        boolean nowhere = places.isEmpty() && !profiles.isEmpty();
        boolean without = profiles.isEmpty() && (!places.isEmpty() || staff.getValue());
        places.setInvalid(elsewhere || nowhere);
        places.setErrorMessage(
                getTranslation(elsewhere ? "people.invite.staff" : "people.invite.place"));
        profiles.setInvalid(without);
        return !elsewhere && !nowhere && !without;
    }

    private void told(TextField field, String text) {
        field.setInvalid(!text.isEmpty());
        field.setErrorMessage(text.isEmpty() ? "" : getTranslation(text));
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
