package fr.cloisonne.ui.entry;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;
import fr.cloisonne.identity.account.PasswordFault;
import fr.cloisonne.identity.account.PasswordPolicy;
import fr.cloisonne.ui.enamel.Sign;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Choosing a password: the field, and what is asked of it, told while one types. */
public class PasswordChoice extends Div {

    private final transient PasswordPolicy policy;
    private final Set<String> context;
    private final boolean besideAFactor;
    private final PasswordField field = new PasswordField();
    private final UnorderedList demands = new UnorderedList();

    /** A choice for a person of whom these words are known. */
    public PasswordChoice(PasswordPolicy policy, Set<String> context) {
        this(policy, context, false);
    }

    /** A choice, perhaps beside a second factor, where a shorter one will do. */
    public PasswordChoice(PasswordPolicy policy, Set<String> context, boolean besideAFactor) {
        this.policy = policy;
        this.besideAFactor = besideAFactor;
        this.context = Set.copyOf(context);
        field.setLabel(getTranslation("password.new"));
        field.getElement().setAttribute("autocomplete", "new-password");
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(250);
        field.setRequiredIndicatorVisible(true);
        field.setManualValidation(true);
        field.addValueChangeListener(change -> tell());
        field.setWidthFull();
        demands.addClassName("demands");
        demands.getElement().setAttribute("aria-live", "polite");
        add(field, demands);
        tell();
    }

    /** What was chosen, if it may be used; otherwise the field says so. */
    public Optional<String> chosen() {
        Set<PasswordFault> faults = faults();
        field.setInvalid(!faults.isEmpty());
        field.setErrorMessage(faults.isEmpty() ? "" : getTranslation("password.refused"));
        tell();
        return faults.isEmpty() ? Optional.of(field.getValue()) : Optional.empty();
    }

    /** Empties the field. */
    public void clear() {
        field.clear();
        field.setInvalid(false);
    }

    private Set<PasswordFault> faults() {
        return policy.faults(field.getValue(), context, besideAFactor);
    }

    private void tell() {
        Set<PasswordFault> faults = field.isEmpty() ? EnumSet.allOf(PasswordFault.class) : faults();
        if (!faults.contains(PasswordFault.LONG) && !field.isEmpty()) {
            field.setInvalid(field.isInvalid() && !faults.isEmpty());
        }
        demands.removeAll();
        asked().forEach(fault -> demands.add(demand(fault, !faults.contains(fault))));
        if (!field.isEmpty() && faults.contains(PasswordFault.LONG)) {
            demands.add(demand(PasswordFault.LONG, false));
        }
    }

    private List<PasswordFault> asked() {
        List<PasswordFault> asked =
                new ArrayList<>(
                        List.of(PasswordFault.SHORT, PasswordFault.COMMON, PasswordFault.CONTEXT));
        if (policy.composition()) {
            asked.add(PasswordFault.COMPOSITION);
        }
        return asked;
    }

    private ListItem demand(PasswordFault fault, boolean met) {
        Span words =
                new Span(
                        getTranslation(
                                "password.demand." + fault.name(),
                                besideAFactor
                                        ? PasswordPolicy.BESIDE_A_FACTOR
                                        : PasswordPolicy.ALONE));
        Span state =
                new Span(
                        getTranslation(
                                met
                                        ? "password.met"
                                        : field.isEmpty() ? "password.asked" : "password.unmet"));
        state.addClassName("for-readers");
        ListItem item =
                new ListItem(
                        (met ? Sign.CHECK : field.isEmpty() ? Sign.IN_PROGRESS : Sign.CROSS).draw(),
                        words,
                        state);
        item.addClassName(met ? "green" : field.isEmpty() ? "grey" : "vermilion");
        return item;
    }
}
