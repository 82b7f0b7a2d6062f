package fr.cloisonne.ui.taken;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import fr.cloisonne.ui.signin.StepUp;

/** Takes a file away by a press, once the person has shown lately who they are. */
public final class TakenButton extends Div {

    private final transient TakenFile taken;
    private final Anchor link;

    /** For one file. */
    public TakenButton(StepUp stepUp, Button button, TakenFile taken) {
        this.taken = taken;
        link = new Anchor(taken, "");
        link.getElement().setAttribute("download", true);
        link.getElement().setAttribute("hidden", true);
        link.getElement().setAttribute("aria-hidden", "true");
        button.addClickListener(press -> stepUp.perform(this::take));
        add(button, link);
    }

    private void take() {
        taken.allow();
        link.getElement().executeJs("this.click()");
    }
}
