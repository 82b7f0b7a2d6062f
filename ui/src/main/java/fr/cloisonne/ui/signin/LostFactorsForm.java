package fr.cloisonne.ui.signin;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeButton;
import fr.cloisonne.ui.enamel.Notice;

/** Comes in without the factors that were lost, once all that it takes is done. */
@Tag("form")
class LostFactorsForm extends HtmlContainer {

    LostFactorsForm() {
        getElement().setAttribute("method", "post");
        getElement().setAttribute("action", "/sign-in/second");
        NativeButton enter = new NativeButton(getTranslation("second.lost.enter"));
        enter.getElement().setAttribute("type", "submit");
        enter.getElement().setAttribute("name", "lost");
        enter.getElement().setAttribute("value", "yes");
        enter.addClassName("provider");
        add(Notice.information(getTranslation("second.lost.ready")), enter);
    }
}
