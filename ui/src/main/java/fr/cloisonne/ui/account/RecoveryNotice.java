package fr.cloisonne.ui.account;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import fr.cloisonne.identity.recovery.Recovery;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.text.Formats;

/** Says that a way back into this account is under way, to whoever still has it and can stop it. */
class RecoveryNotice extends Div {

    RecoveryNotice(Recovery recovery, Formats formats, Runnable stop) {
        var opens = recovery.opens();
        Notice notice =
                Notice.refusal(
                        opens == null
                                ? getTranslation("recovery.attested")
                                : getTranslation("recovery.running", formats.moment(opens)));
        Button end = new Button(getTranslation("recovery.stop"), press -> stop.run());
        end.addThemeVariants(ButtonVariant.ERROR);
        notice.add(end);
        add(notice);
    }
}
