package fr.cloisonne.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import fr.cloisonne.identity.habilitation.OtherWayNeededException;
import fr.cloisonne.identity.habilitation.Vouched;
import fr.cloisonne.identity.habilitation.Vouching;
import org.springframework.stereotype.Component;

/**
 * The pages of a person's own account stay shut in a session that a firm's provider opened, until
 * the person has shown here who they are.
 */
@Component
class OwnAccountPages implements VaadinServiceInitListener {

    private final transient Reader reader;
    private final transient Vouching vouching;

    OwnAccountPages(Reader reader, Vouching vouching) {
        this.reader = reader;
        this.vouching = vouching;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(opened -> opened.getUI().addBeforeEnterListener(this::check));
    }

    private void check(BeforeEnterEvent event) {
        boolean own = event.getLocation().getFirstSegment().equals("account");
        if (own && reader.signedIn().map(vouching::of).filter(Vouched::limited).isPresent()) {
            event.rerouteToError(new OtherWayNeededException(null), "");
        }
    }
}
