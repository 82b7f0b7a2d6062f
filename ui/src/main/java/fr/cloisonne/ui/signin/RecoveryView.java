package fr.cloisonne.ui.signin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.cloisonne.identity.recovery.FactorRecoveries;
import fr.cloisonne.identity.recovery.Recovery;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.text.Formats;

/**
 * Where the link of a mail leads by which somebody proves their mailbox; a press proves, not a
 * look.
 */
@Route(value = "recovery/:link", autoLayout = false)
@AnonymousAllowed
public class RecoveryView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final FactorRecoveries recoveries;
    private final Formats formats;

    /** The page; Spring makes one for each visitor. */
    public RecoveryView(FactorRecoveries recoveries, Formats formats) {
        this.recoveries = recoveries;
        this.formats = formats;
        addClassName("door");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String link = event.getRouteParameters().get("link").orElse("");
        Button prove = new Button(getTranslation("recovery.prove"), press -> prove(link));
        prove.addThemeVariants(ButtonVariant.PRIMARY);
        show(new Paragraph(getTranslation("recovery.text")), prove);
    }

    private void prove(String link) {
        recoveries.prove(link).ifPresentOrElse(this::begun, this::over);
    }

    private void begun(Recovery recovery) {
        show(
                Notice.information(
                        getTranslation("recovery.begun", formats.moment(recovery.opensAt()))),
                new Anchor("/sign-in", getTranslation("second.leave")));
    }

    private void over() {
        show(
                Notice.refusal(getTranslation("recovery.over")),
                new Anchor("/sign-in", getTranslation("second.leave")));
    }

    private void show(com.vaadin.flow.component.Component... content) {
        removeAll();
        Main main = new Main(SignInView.brand(), new H1(getTranslation("title.recovery")));
        main.add(content);
        add(main);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("title.recovery") + " · Cloisonné";
    }
}
