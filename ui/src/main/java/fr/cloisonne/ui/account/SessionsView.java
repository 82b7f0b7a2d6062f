package fr.cloisonne.ui.account;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.federation.SignInOptions;
import fr.cloisonne.identity.signin.SessionEnding;
import fr.cloisonne.identity.signin.SignedInId;
import fr.cloisonne.identity.signin.SignedInSession;
import fr.cloisonne.identity.signin.SignedInSessions;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Page;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Where one is signed in: seen by nobody else, and closed from here. */
@Route(value = "account/sessions", layout = MainLayout.class)
@PermitAll
public class SessionsView extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private final Reader reader;
    private final SignedInSessions sessions;
    private final SessionEnding ending;
    private final SessionLines lines;
    private final Button others;

    /** The page; Spring makes one for each visit. */
    public SessionsView(
            Reader reader,
            SignedInSessions sessions,
            SessionEnding ending,
            SignInOptions options,
            Formats formats) {
        this.reader = reader;
        this.sessions = sessions;
        this.ending = ending;
        this.lines = new SessionLines(options, formats, this::close);
        this.others = new Button(getTranslation("sessions.others"), press -> closeOthers());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        head(getTranslation("title.sessions"), getTranslation("sessions.intro"), others);
        add(lines);
        read();
    }

    private void read() {
        List<SignedInSession> open = sessions.of(reader.person());
        lines.show(open, sessions.current().map(SignedInSession::id));
        others.setEnabled(open.size() > 1);
    }

    private void close(SignedInId id) {
        ending.revoke(reader.person(), id);
        read();
        Toast.done(getTranslation("sessions.closed", 1));
    }

    private void closeOthers() {
        int closed = ending.revokeOthers(reader.person());
        read();
        Toast.done(getTranslation("sessions.closed", closed));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("title.sessions") + " · Cloisonné";
    }
}
