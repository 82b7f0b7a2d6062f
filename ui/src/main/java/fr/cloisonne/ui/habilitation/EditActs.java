package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;

/** What can be done with one row of a table: changed, or taken away. */
class EditActs extends Div {

    EditActs(String name, Runnable change, Runnable remove) {
        add(button("act.change", name, change), button("act.remove", name, remove));
        addClassName("acts");
    }

    private Button button(String act, String name, Runnable work) {
        Button button = new Button(getTranslation(act), press -> work.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation(act + ".of", name));
        return button;
    }
}
