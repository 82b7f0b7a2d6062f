package fr.cloisonne.ui.signin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.signin.LostFactors;
import fr.cloisonne.identity.signin.PasskeyQuestions;
import fr.cloisonne.identity.signin.PendingSignIns;
import fr.cloisonne.identity.signin.SecondFactors;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.text.Translations;

/** The second page of a sign-in: a code of the authenticator, or a recovery code. */
@Route(value = "sign-in/second", autoLayout = false)
@AnonymousAllowed
public class SecondFactorView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final PendingSignIns pending;
    private final SecondFactors factors;
    private final LostFactors lost;
    private final PasskeyQuestions questions;
    private final Translations words;

    /** The page; Spring makes one for each visitor. */
    public SecondFactorView(
            PendingSignIns pending,
            SecondFactors factors,
            LostFactors lost,
            PasskeyQuestions questions,
            Translations words) {
        this.pending = pending;
        this.factors = factors;
        this.lost = lost;
        this.questions = questions;
        this.words = words;
        addClassName("door");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        pending.find(VaadinServletRequest.getCurrent().getHttpServletRequest().getSession(false))
                .ifPresentOrElse(
                        waits -> show(waits.person(), event), () -> event.forwardTo("sign-in"));
    }

    private void show(UserAccountId person, BeforeEnterEvent event) {
        Main main = new Main(SignInView.brand(), new H1(getTranslation("title.second")));
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("error")
                .map(this::refusal)
                .ifPresent(main::add);
        main.add(new Paragraph(getTranslation("second.text")));
        if (!factors.of(person).passkeys().isEmpty()) {
            main.add(PasskeyForm.second(questions, person));
        }
        main.add(
                new SecondFactorForm(),
                lost(person),
                new Anchor("/sign-in", getTranslation("second.leave")));
        add(main);
    }

    private Component lost(UserAccountId person) {
        if (lost.mayEnter(person)) {
            return new LostFactorsForm();
        }
        NativeDetails help = new NativeDetails(getTranslation("second.lost"));
        help.setContent(new Paragraph(getTranslation("second.lost.help")));
        help.addClassName("quiet");
        return help;
    }

    private Notice refusal(String code) {
        String key = "signin.error." + code;
        boolean known = words.has(key, getLocale());
        return Notice.refusal(getTranslation(known ? key : "signin.error.other"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("title.second") + " · Cloisonné";
    }
}
