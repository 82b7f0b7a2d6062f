package fr.cloisonne.ui.signin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.cloisonne.identity.federation.SignInOptions;
import fr.cloisonne.identity.habilitation.OtherWayNeededException;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.ui.shell.Reader;

/**
 * A page of one firm, reached in a session that another firm's provider opened: one of the first
 * firm's own ways in, or a proof here, and the page opens.
 */
@AnonymousAllowed
public class OtherWayView extends Div
        implements HasErrorParameter<OtherWayNeededException>, HasDynamicTitle {

    private final SignInOptions options;
    private final StepUp stepUp;
    private final FreshProof proof;
    private final Reader reader;

    /** The page, one for each time that it is needed. */
    public OtherWayView(SignInOptions options, StepUp stepUp, FreshProof proof, Reader reader) {
        this.options = options;
        this.stepUp = stepUp;
        this.proof = proof;
        this.reader = reader;
        addClassName("door");
    }

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<OtherWayNeededException> error) {
        String page = "/" + event.getLocation().getPathWithQueryParameters();
        removeAll();
        Main main =
                new Main(
                        SignInView.brand(),
                        new H1(getTranslation("way.title")),
                        new Paragraph(getTranslation("way.text")));
        error.getException().firm().stream()
                .flatMap(firm -> options.ofFirm(firm, page).stream())
                .forEach(way -> main.add(ProviderButtons.button(way)));
        Div acts = new Div(confirm(page), new Anchor("", getTranslation("back.portfolio")));
        acts.addClassNames("acts", "form-acts");
        main.add(acts);
        add(main);
        return 403;
    }

    private Button confirm(String page) {
        Button confirm = new Button(getTranslation("way.confirm"));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.addClickListener(press ->
                stepUp.perform(() -> {
                    proof.require(reader.person());
                    press.getSource().getUI().ifPresent(ui -> ui.getPage().setLocation(page));
                }));
        return confirm;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("way.title") + " · Cloisonné";
    }
}
