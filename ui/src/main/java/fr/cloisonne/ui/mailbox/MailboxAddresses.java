package fr.cloisonne.ui.mailbox;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import fr.cloisonne.notification.DemonstrationMailbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Opens the mailbox where there is one; elsewhere its address leads nowhere. */
@Component
class MailboxAddresses implements VaadinServiceInitListener {

    static final String LIST = "mailbox";

    private final transient ObjectProvider<DemonstrationMailbox> mailbox;

    MailboxAddresses(ObjectProvider<DemonstrationMailbox> mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        mailbox.ifAvailable(there -> {
            var routes =
                    RouteConfiguration.forRegistry(event.getSource().getRouter().getRegistry());
            routes.setRoute(LIST, MailboxView.class);
            routes.setRoute(LIST + "/:number", MailView.class);
        });
    }
}
