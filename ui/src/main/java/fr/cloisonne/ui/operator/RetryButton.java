package fr.cloisonne.ui.operator;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.server.Command;
import fr.cloisonne.company.SchemaOversight;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.ui.shell.Toast;

/** Upgrades what lags, in the background; the page stays alive meanwhile. */
class RetryButton extends Button {

    private final transient SchemaOversight oversight;
    private final UserAccountId person;
    private final SerializableRunnable then;

    RetryButton(SchemaOversight oversight, UserAccountId person, SerializableRunnable then) {
        this.oversight = oversight;
        this.person = person;
        this.then = then;
        setText(getTranslation("schemas.retry"));
        addThemeVariants(ButtonVariant.PRIMARY);
        setDisableOnClick(true);
        addClickListener(press -> begin(UI.getCurrent()));
    }

    private void begin(UI ui) {
        setText(getTranslation("schemas.retrying"));
        Thread.ofVirtual().name("schemas").start(() -> retry(ui));
    }

    private void retry(UI ui) {
        try {
            int done = oversight.retry(person);
            show(
                    ui,
                    () -> {
                        Toast.done(getTranslation("schemas.retried", done));
                        then.run();
                    });
        } catch (RuntimeException failure) {
            show(
                    ui,
                    () -> {
                        then.run();
                        throw failure;
                    });
        }
    }

    /** The page may be gone by now; then nobody waits. */
    private static void show(UI ui, Command words) {
        var _ = ui.access(words);
    }
}
