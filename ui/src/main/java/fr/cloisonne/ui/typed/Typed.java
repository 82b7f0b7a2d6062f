package fr.cloisonne.ui.typed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.cloisonne.identity.preference.FormDraft;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What somebody types in a form, kept for them as they type: whatever becomes of the session or the
 * server, the form opens with it again and says so. Only what differs from what the form held at
 * first is kept, and never a password.
 */
public final class Typed {

    private final Component form;
    private final Div told;
    private final String name;
    private List<TypedField<?>> fields = List.of();
    private Optional<TypedKeeping.Place> place = Optional.empty();

    private Typed(Component form, Div told, String name) {
        this.form = form;
        this.told = told;
        this.name = name;
    }

    /**
     * Keeps what is typed in a dialog until it is closed, by whichever of its buttons.
     *
     * @param dialog with all its fields, and a title of its own on its page
     */
    public static void in(Dialog dialog) {
        Div told = new Div();
        dialog.addComponentAsFirst(told);
        Typed typed = new Typed(dialog, told, dialog.getHeaderTitle());
        typed.begins();
        dialog.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                typed.sent();
            }
        });
    }

    /**
     * Keeps what is typed in a page's form until it is sent.
     *
     * @param <F> a form with all its fields
     * @param form the form
     * @param told where the page says that something is back
     * @param name tells it from the others of its page
     * @return to be told when it was sent
     */
    public static <F extends Component & HasComponents> Typed in(F form, Div told, String name) {
        Typed typed = new Typed(form, told, name);
        typed.begins();
        return typed;
    }

    /** The form was sent, or given up: nothing of it is kept. */
    public void sent() {
        place.ifPresent(TypedKeeping.Place::forget);
    }

    private void begins() {
        form.addAttachListener(attached -> {
            if (attached.isInitialAttach()) {
                begin(attached.getUI());
            }
        });
    }

    private void begin(UI ui) {
        place = TypedKeeping.place(ui, name);
        if (place.isEmpty()) {
            return;
        }
        fields = TypedField.in(form);
        place.get().draft().ifPresent(this::restore);
        fields.forEach(field -> field.whenTyped(this::keep));
    }

    private void restore(FormDraft draft) {
        long restored = fields.stream().filter(field -> field.restore(draft.fields())).count();
        if (restored > 0) {
            String at = place.orElseThrow().moment(draft.keptAt());
            Button over = new Button(told.getTranslation("typed.over"), press -> startOver());
            over.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            told.add(new Paragraph(told.getTranslation("typed.back", at)), over);
            told.addClassNames("notice", "slate", "typed");
            told.getElement().setAttribute("role", "status");
        }
    }

    private void startOver() {
        told.removeAll();
        told.removeClassNames("notice", "slate", "typed");
        fields.forEach(TypedField::reset);
        sent();
    }

    private void keep() {
        Map<String, String> typed =
                fields.stream()
                        .filter(TypedField::changed)
                        .map(TypedField::entry)
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        Map.Entry::getValue,
                                        (first, second) -> second));
        place.ifPresent(where -> where.keep(typed));
    }
}
