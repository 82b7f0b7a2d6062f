package fr.cloisonne.ui.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.RequestHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.UidlRequestHandler;
import fr.cloisonne.identity.UserAccountId;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * An open page belongs to whoever was signed in when it was opened. After somebody else signs in
 * beside it, in the same browser, it answers nothing more: its acts would be the other's by right
 * and the first person's by name. The browser loads it anew, for who is signed in now.
 */
@Component
class TabsOfOnePerson implements VaadinServiceInitListener, RequestHandler {

    /** Files go up and down under the number of their page, not under its parameter. */
    private static final Pattern FILE = Pattern.compile("/?VAADIN/dynamic/resource/(\\d{1,9})/.*");

    private final transient Reader reader;
    private final transient UidlRequestHandler expired = new UidlRequestHandler();

    TabsOfOnePerson(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(opened ->
                        reader.signedIn()
                                .ifPresent(person ->
                                        ComponentUtil.setData(
                                                opened.getUI(), UserAccountId.class, person)));
        event.addRequestHandler(this);
    }

    @Override
    public boolean handleRequest(
            VaadinSession session, VaadinRequest request, VaadinResponse response)
            throws IOException {
        Optional<UserAccountId> owner = owner(session, request);
        if (owner.isEmpty() || owner.equals(reader.signedIn())) {
            return false;
        }
        if (!expired.handleSessionExpired(request, response)) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
        }
        return true;
    }

    private static Optional<UserAccountId> owner(VaadinSession session, VaadinRequest request) {
        session.lock();
        try {
            return Optional.ofNullable(page(session, request))
                    .map(ui -> ComponentUtil.getData(ui, UserAccountId.class));
        } finally {
            session.unlock();
        }
    }

    private static @Nullable UI page(VaadinSession session, VaadinRequest request) {
        Matcher file = FILE.matcher(Optional.ofNullable(request.getPathInfo()).orElse(""));
        return file.matches()
                ? session.getUIById(Integer.parseInt(file.group(1)))
                : VaadinService.getCurrent().findUI(request);
    }
}
