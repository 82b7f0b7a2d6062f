package fr.cloisonne.ui.signin;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.cloisonne.identity.federation.PendingLink;
import fr.cloisonne.identity.federation.PendingLinks;
import fr.cloisonne.identity.federation.SignInOptions;
import fr.cloisonne.identity.membership.JoinRequests;
import fr.cloisonne.identity.membership.Newcomer;
import fr.cloisonne.identity.signin.PasskeyQuestions;
import fr.cloisonne.identity.signin.SignedInSessions;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.Brand;
import fr.cloisonne.ui.text.Translations;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The door: a local account, or a provider; the first arrival from a provider is linked here. */
@Route(value = "sign-in", autoLayout = false)
@AnonymousAllowed
public class SignInView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final SignInOptions options;
    private final PendingLinks links;
    private final JoinRequests requests;
    private final SignedInSessions sessions;
    private final PasskeyQuestions questions;
    private final Translations words;
    private final ObjectProvider<DemonstrationAccounts> demonstration;

    /** The page; Spring makes one for each visitor. */
    public SignInView(
            SignInOptions options,
            PendingLinks links,
            JoinRequests requests,
            SignedInSessions sessions,
            PasskeyQuestions questions,
            Translations words,
            ObjectProvider<DemonstrationAccounts> demonstration) {
        this.options = options;
        this.links = links;
        this.requests = requests;
        this.sessions = sessions;
        this.questions = questions;
        this.words = words;
        this.demonstration = demonstration;
        addClassName("door");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        Optional<String> nonce = query.getSingleParameter("link");
        Optional<PendingLink> link = nonce.flatMap(this::pending);
        Main main = new Main(brand(), new H1(title(link.isPresent())));
        query.getSingleParameter("error").map(this::refusal).or(this::ended).ifPresent(main::add);
        if (nonce.isPresent() && link.isEmpty()) {
            main.add(Notice.refusal(getTranslation("signin.error.link-expired")));
        }
        SignInForm form =
                new SignInForm(link.map(pending -> "?link=" + pending.nonce()).orElse(""));
        if (link.isPresent()) {
            main.add(explanation(link.get()));
        } else {
            RealmOffer offer = new RealmOffer(options);
            form.onAddress(offer::show);
            if (options.silentDoor(session())) {
                main.add(new Paragraph(getTranslation("signin.door")));
            }
            main.add(new ProviderButtons(options.here(session())), offer);
        }
        main.add(form);
        main.add(PasskeyForm.first(questions, nonce.orElse("")));
        link.ifPresent(pending -> {
            Newcomer newcomer = pending.newcomer();
            if (newcomer != null) {
                main.add(new JoinBlock(requests, newcomer, "door"));
            }
            main.add(new Anchor("/sign-in", getTranslation("signin.link.leave")));
        });
        main.add(help());
        demonstration.ifAvailable(
                accounts -> main.add(new DemonstrationPeople(accounts.all(), form::fill)));
        removeAll();
        add(main);
    }

    private Div help() {
        Div help =
                new Div(
                        new Anchor("recover", getTranslation("signin.recover")),
                        new Anchor("register", getTranslation("signin.register")));
        help.addClassName("door-help");
        return help;
    }

    private String title(boolean linking) {
        return getTranslation(linking ? "signin.link.title" : "title.signin");
    }

    private Optional<PendingLink> pending(String nonce) {
        return links.find(session(), nonce);
    }

    private Notice refusal(String code) {
        String key = "signin.error." + code;
        boolean known = words.has(key, getLocale());
        return Notice.refusal(getTranslation(known ? key : "signin.error.other"));
    }

    /** Why the session is over that this browser had. */
    private Optional<Notice> ended() {
        return sessions.lost(session())
                .map(why -> Notice.information(getTranslation("signin.ended." + why)));
    }

    private static @Nullable HttpSession session() {
        return VaadinServletRequest.getCurrent().getHttpServletRequest().getSession(false);
    }

    private Notice explanation(PendingLink link) {
        Notice notice =
                Notice.information(
                        link.name().isBlank()
                                ? getTranslation("signin.link.text.nameless")
                                : getTranslation("signin.link.text", link.name()));
        notice.add(new Paragraph(getTranslation("signin.link.once")));
        return notice;
    }

    static Span brand() {
        return Brand.mark();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("title.signin") + " · Cloisonné";
    }
}
