package fr.cloisonne.ui.mailbox;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.cloisonne.notification.DemonstrationMailbox;
import fr.cloisonne.notification.DemonstrationMailbox.Received;
import fr.cloisonne.notification.Mail;
import fr.cloisonne.ui.shell.Page;
import fr.cloisonne.ui.text.Formats;

/** One mail of the demonstration, with its link to press. */
@Route(value = MailboxAddresses.LIST + "/:number", autoLayout = false, registerAtStartup = false)
@AnonymousAllowed
public class MailView extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private final transient DemonstrationMailbox mailbox;
    private final Formats formats;
    private String subject = "";

    /** The page; Spring makes one for each visit. */
    public MailView(DemonstrationMailbox mailbox, Formats formats) {
        this.mailbox = mailbox;
        this.formats = formats;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        show(
                event.getRouteParameters()
                        .get("number")
                        .filter(number -> number.matches("[0-9]{1,9}"))
                        .flatMap(number -> mailbox.find(Integer.parseInt(number)))
                        .orElseThrow(NotFoundException::new));
    }

    private void show(Received received) {
        Mail mail = received.mail();
        subject = mail.subject();
        head(
                subject,
                getTranslation("mailbox.to.at", mail.to(), formats.moment(received.at())),
                new Anchor(MailboxAddresses.LIST, getTranslation("title.mailbox")));
        Div body = new Div();
        body.getElement().setAttribute("lang", mail.language().getLanguage());
        mail.paragraphs().forEach(paragraph -> body.add(new Paragraph(paragraph)));
        Mail.Act act = mail.act();
        if (act != null) {
            Anchor link = new Anchor(act.link().toString(), act.label());
            link.setRouterIgnore(true);
            link.addClassName("plain-act");
            body.add(new Paragraph(link));
        }
        Paragraph footer = new Paragraph(mail.footer());
        footer.addClassName("quiet");
        body.add(footer);
        add(body);
    }

    @Override
    public String getPageTitle() {
        return subject + " · Cloisonné";
    }
}
