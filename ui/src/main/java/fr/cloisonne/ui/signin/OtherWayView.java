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
import fr.cloisonne.identity.federation.EmergencyEntry;
import fr.cloisonne.identity.federation.SignInOptions;
import fr.cloisonne.identity.habilitation.OtherWayNeededException;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.ui.shell.Reader;

/**
 * A page of one firm, reached in a session that does not speak for it: one of the firm's own ways
 * in, or a proof here where that counts, and the page opens. Where the firm requires its provider,
 * those named for emergencies can do without.
 */
@AnonymousAllowed
public class OtherWayView extends Div
        implements HasErrorParameter<OtherWayNeededException>, HasDynamicTitle {

    private final SignInOptions options;
    private final StepUp stepUp;
    private final FreshProof proof;
    private final EmergencyEntry emergency;
    private final Reader reader;

    /** The page, one for each time that it is needed. */
    public OtherWayView(
            SignInOptions options,
            StepUp stepUp,
            FreshProof proof,
            EmergencyEntry emergency,
            Reader reader) {
        this.options = options;
        this.stepUp = stepUp;
        this.proof = proof;
        this.emergency = emergency;
        this.reader = reader;
        addClassName("door");
    }

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<OtherWayNeededException> error) {
        String page = "/" + event.getLocation().getPathWithQueryParameters();
        OtherWayNeededException needed = error.getException();
        removeAll();
        Main main =
                new Main(
                        SignInView.brand(),
                        new H1(getTranslation("way.title")),
                        new Paragraph(
                                getTranslation(
                                        needed.onlyByProvider() ? "way.provider" : "way.text")));
        needed.firm().stream()
                .flatMap(firm -> options.ofFirm(firm, page).stream())
                .forEach(way -> main.add(ProviderButtons.button(way)));
        Div acts = new Div();
        acts.addClassNames("acts", "form-acts");
        if (needed.onlyByProvider()) {
            acts.add(new Button(getTranslation("person.out"), press -> reader.signOut()));
        } else {
            acts.add(confirm(page));
        }
        acts.add(new Anchor("", getTranslation("back.portfolio")));
        main.add(acts);
        needed.firm()
                .filter(firm -> needed.onlyByProvider())
                .filter(firm -> emergency.offered(reader.person(), firm))
                .ifPresent(firm -> main.add(emergency(firm, page)));
        add(main);
        return 403;
    }

    private Div emergency(FirmShortName firm, String page) {
        Button enter = new Button(getTranslation("way.emergency"));
        enter.addClickListener(press ->
                stepUp.perform(() -> {
                    emergency.enter(reader.person(), firm);
                    enter.getUI().ifPresent(ui -> ui.getPage().setLocation(page));
                }));
        Div acts = new Div(enter);
        acts.addClassNames("acts", "form-acts");
        return new Div(new Paragraph(getTranslation("way.emergency.text")), acts);
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
