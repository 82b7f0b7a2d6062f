package fr.cloisonne.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Paragraph;

/**
 * Says over an open page that its firm asks for a second factor by now: it is added in a tab of its
 * own, so that nothing typed here is lost.
 */
final class FactorDialog extends Dialog {

    FactorDialog(String firms) {
        setHeaderTitle(getTranslation("title.protect"));
        setWidth("min(480px, 92vw)");
        add(new Paragraph(getTranslation("protect.meanwhile", firms)));
        Anchor protect = new Anchor("account/security", getTranslation("protect.act"));
        protect.setTarget(AnchorTarget.BLANK);
        getFooter().add(new Button(getTranslation("act.close"), press -> close()), protect);
    }
}
