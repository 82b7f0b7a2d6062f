package fr.cloisonne.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import fr.cloisonne.identity.registration.FirmNaming;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Leads an address with a firm's former name to the same page under its present one. */
@Component
class FormerNames implements VaadinServiceInitListener {

    private static final Pattern ADDRESS = Pattern.compile("([cf])/([^/]+)(/.*)?");

    private final transient FirmNaming naming;
    private final transient Reader reader;

    FormerNames(FirmNaming naming, Reader reader) {
        this.naming = naming;
        this.reader = reader;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(opened -> opened.getUI().addBeforeEnterListener(this::lead));
    }

    private void lead(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        now(event.getLocation().getPath()).ifPresent(path -> event.forwardTo(path, query));
    }

    /** The address as it is now, if its firm had this name and the reader may know. */
    Optional<String> now(String path) {
        Matcher address = ADDRESS.matcher(path);
        return address.matches()
                ? FirmShortName.tryParse(address.group(2))
                        .flatMap(name ->
                                reader.signedIn().flatMap(person -> naming.now(person, name)))
                        .map(name ->
                                address.group(1)
                                        + "/"
                                        + name
                                        + Optional.ofNullable(address.group(3)).orElse(""))
                : Optional.empty();
    }
}
