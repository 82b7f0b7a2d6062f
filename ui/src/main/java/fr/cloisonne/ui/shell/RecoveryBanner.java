package fr.cloisonne.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.recovery.FactorRecoveries;
import fr.cloisonne.identity.recovery.Recovery;
import fr.cloisonne.ui.text.Formats;

/**
 * Says on every page that a way back into this account is under way, to whoever still has it and
 * can stop it.
 */
class RecoveryBanner extends Div {

    private final transient FactorRecoveries recoveries;
    private final Formats formats;

    RecoveryBanner(FactorRecoveries recoveries, Formats formats) {
        this.recoveries = recoveries;
        this.formats = formats;
        addClassName("banner");
        setVisible(false);
    }

    void show(UserAccountId person) {
        removeAll();
        recoveries.of(person).ifPresent(one -> say(person, one));
        setVisible(getComponentCount() > 0);
    }

    private void say(UserAccountId person, Recovery one) {
        var opens = one.opens();
        Paragraph words =
                new Paragraph(
                        opens == null
                                ? getTranslation("recovery.attested")
                                : getTranslation("recovery.running", formats.moment(opens)));
        words.addClassName("grow");
        Button stop = new Button(getTranslation("recovery.stop"), press -> stop(person));
        stop.addThemeVariants(ButtonVariant.SMALL);
        Div line = new Div(words, stop);
        line.addClassNames("notice", "vermilion", "seeing");
        line.getElement().setAttribute("role", "status");
        add(line);
    }

    private void stop(UserAccountId person) {
        recoveries.stop(person);
        Toast.done(getTranslation("recovery.stopped"));
        show(person);
    }
}
