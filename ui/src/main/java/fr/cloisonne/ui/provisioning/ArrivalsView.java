package fr.cloisonne.ui.provisioning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.provisioning.Arrivals;
import fr.cloisonne.identity.provisioning.Arrivals.Awaited;
import fr.cloisonne.identity.provisioning.ProvisioningRefusedException;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Page;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.signin.StepUp;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The firms that await a person, who agrees or declines. */
@Route(value = "arrivals", layout = MainLayout.class)
@PermitAll
public class ArrivalsView extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private final Reader reader;
    private final Arrivals arrivals;
    private final StepUp stepUp;

    /** The page; Spring makes one for each visit. */
    public ArrivalsView(Reader reader, Arrivals arrivals, StepUp stepUp) {
        this.reader = reader;
        this.arrivals = arrivals;
        this.stepUp = stepUp;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        fill();
    }

    private void fill() {
        removeAll();
        head(getTranslation("title.arrivals"), getTranslation("arrivals.intro"));
        List<Awaited> all = arrivals.of(reader.person());
        if (all.isEmpty()) {
            add(nothing(getTranslation("arrivals.none"), getTranslation("arrivals.none.next")));
        }
        all.forEach(this::show);
    }

    private void show(Awaited awaited) {
        String firm = awaited.firm().legalName();
        Button accept = new Button(getTranslation("arrivals.accept"));
        accept.addThemeVariants(ButtonVariant.PRIMARY);
        accept.setAriaLabel(getTranslation("arrivals.accept.of", firm));
        accept.addClickListener(press ->
                settle(
                        () -> arrivals.accept(reader.person(), awaited.id()),
                        getTranslation("arrivals.accepted", firm)));
        Button refuse = new Button(getTranslation("arrivals.refuse"));
        refuse.setAriaLabel(getTranslation("arrivals.refuse.of", firm));
        refuse.addClickListener(press ->
                settle(
                        () -> arrivals.refuse(reader.person(), awaited.id()),
                        getTranslation("arrivals.refused", firm)));
        Div acts = new Div(accept, refuse);
        acts.addClassNames("acts", "form-acts");
        block(firm, new Paragraph(getTranslation("arrivals.text", firm)), acts);
    }

    private void settle(Runnable act, String done) {
        stepUp.perform(() -> {
            try {
                act.run();
                Toast.done(done);
            } catch (ProvisioningRefusedException over) {
                Toast.refusal(getTranslation("arrivals.over"));
            }
            fill();
        });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("title.arrivals") + " · Cloisonné";
    }
}
