package fr.cloisonne.ui.federation;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import fr.cloisonne.identity.federation.ProviderRequirement;
import fr.cloisonne.ui.enamel.DialogFoot;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.Toast;
import java.time.Duration;

/** Says for how long those who are named can come in by themselves. */
class WindowDialog extends Dialog {

    WindowDialog(ProvidersDesk desk, Runnable done) {
        setHeaderTitle(getTranslation("required.arm.title"));
        setWidth("min(480px, 100vw)");
        RadioButtonGroup<Duration> time = new RadioButtonGroup<>();
        time.setLabel(getTranslation("required.time"));
        time.setItems(
                ProviderRequirement.WINDOW,
                Duration.ofDays(3),
                Duration.ofDays(7),
                ProviderRequirement.LONGEST);
        time.setItemLabelGenerator(one ->
                one.equals(ProviderRequirement.WINDOW)
                        ? getTranslation("required.hours", one.toHours())
                        : getTranslation("required.days", one.toDays()));
        time.setValue(ProviderRequirement.WINDOW);
        Div refusal = new Div();
        add(new Paragraph(getTranslation("required.arm.text")), refusal, time);
        DialogFoot.of(
                this,
                getTranslation("required.arm"),
                () ->
                        desk.attempt(
                                this,
                                () -> desk.arm(time.getValue()),
                                () -> {
                                    close();
                                    Toast.done(getTranslation("required.done.armed"));
                                    done.run();
                                },
                                words -> refusal.add(Notice.refusal(words))));
    }
}
