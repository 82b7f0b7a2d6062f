package fr.cloisonne.ui.mailbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.cloisonne.notification.DemonstrationMailbox;
import fr.cloisonne.notification.DemonstrationMailbox.Received;
import fr.cloisonne.ui.shell.Page;
import fr.cloisonne.ui.text.Formats;
import java.util.List;

/** Every mail of the demonstration, the latest first. */
@Route(value = MailboxAddresses.LIST, autoLayout = false, registerAtStartup = false)
@AnonymousAllowed
public class MailboxView extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private final transient DemonstrationMailbox mailbox;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    public MailboxView(DemonstrationMailbox mailbox, Formats formats) {
        this.mailbox = mailbox;
        this.formats = formats;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        removeAll();
        head(
                getTranslation("title.mailbox"),
                getTranslation("mailbox.intro"),
                new Anchor("", getTranslation("back.product")),
                new Button(getTranslation("mailbox.again"), press -> show()));
        List<Received> mails = mailbox.latest();
        if (mails.isEmpty()) {
            add(nothing(getTranslation("mailbox.empty"), getTranslation("mailbox.empty.next")));
            return;
        }
        UnorderedList lines = new UnorderedList();
        lines.addClassName("lines");
        mails.forEach(mail -> lines.add(line(mail)));
        add(lines);
    }

    private ListItem line(Received received) {
        Anchor subject =
                new Anchor(
                        MailboxAddresses.LIST + "/" + received.number(), received.mail().subject());
        Span to = new Span(getTranslation("mailbox.to", received.mail().to()));
        to.addClassName("quiet");
        Div words = new Div(new Div(subject), to);
        words.addClassName("grow");
        Span when = new Span(formats.recent(received.at()));
        when.addClassName("when");
        return new ListItem(words, when);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("title.mailbox") + " · Cloisonné";
    }
}
