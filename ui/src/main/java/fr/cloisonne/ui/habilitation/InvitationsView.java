package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.membership.InvitationLine;
import fr.cloisonne.identity.membership.InvitationRefusedException;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Page;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The invitations to the address with which one is signed in. */
@Route(value = "invitations", layout = MainLayout.class)
@PermitAll
public class InvitationsView extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private final Reader reader;
    private final PeopleDesks people;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    InvitationsView(Reader reader, PeopleDesks people, Formats formats) {
        this.reader = reader;
        this.people = people;
        this.formats = formats;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        fill();
    }

    private void fill() {
        removeAll();
        UserAccountId person = reader.person();
        head(getTranslation("title.invitations"), getTranslation("invitations.intro"));
        List<InvitationLine> mine = people.invited().to(person);
        if (mine.isEmpty()) {
            add(
                    nothing(
                            getTranslation("invitations.none"),
                            getTranslation("invitations.none.next")));
        }
        mine.forEach(line -> {
            if (line.open()) {
                open(person, line);
            } else {
                over(person, line);
            }
        });
    }

    private void open(UserAccountId person, InvitationLine line) {
        Div acts = new Div(accept(person, line), decline(person, line));
        acts.addClassName("acts");
        block(
                line.firm().legalName(),
                new Paragraph(
                        getTranslation(
                                "invitations.line",
                                line.inviter().name().display(),
                                formats.moment(line.expires()))),
                new Paragraph(rights(line)),
                acts);
    }

    private void over(UserAccountId person, InvitationLine line) {
        String firm = line.firm().legalName();
        Button want =
                act(
                        "invitations.want",
                        firm,
                        () ->
                                attempt(() -> {
                                    people.answers().want(person, line.id());
                                    Toast.done(getTranslation("invitations.wanted", firm));
                                }));
        block(
                firm,
                new Paragraph(
                        getTranslation(
                                "invitations.expired",
                                line.inviter().name().display(),
                                formats.moment(line.expires()))),
                want);
    }

    private Button decline(UserAccountId person, InvitationLine line) {
        String firm = line.firm().legalName();
        return act(
                "invitations.decline",
                firm,
                () ->
                        Confirmation.ask(
                                getTranslation("invitations.decline.title", firm),
                                getTranslation("invitations.decline.text", firm),
                                getTranslation("invitations.decline"),
                                getTranslation("act.cancel"),
                                () ->
                                        attempt(() -> {
                                            people.answers().decline(person, line.id());
                                            Toast.done(
                                                    getTranslation("invitations.declined", firm));
                                        })));
    }

    private Button act(String key, String firm, Runnable press) {
        Button button = new Button(getTranslation(key), pressed -> press.run());
        button.setAriaLabel(getTranslation(key + ".of", firm));
        return button;
    }

    private void attempt(Runnable act) {
        try {
            act.run();
        } catch (InvitationRefusedException refused) {
            Toast.refusal(PartWords.refusal(this, refused));
        }
        fill();
    }

    private String rights(InvitationLine line) {
        if (line.parts().isEmpty()) {
            return getTranslation("invitations.rights.none");
        }
        String profiles = PartWords.profiles(this, line.parts());
        String places = PartWords.places(this, line.parts());
        return line.first() == null
                ? getTranslation("invitations.rights", profiles, places)
                : getTranslation(
                        "invitations.rights.lent",
                        profiles,
                        places,
                        formats.day(line.first()),
                        formats.day(line.last()));
    }

    private Button accept(UserAccountId person, InvitationLine line) {
        Button accept = new Button(getTranslation("invitations.accept"));
        accept.addThemeVariants(ButtonVariant.PRIMARY);
        accept.setAriaLabel(getTranslation("invitations.accept.of", line.firm().legalName()));
        accept.addClickListener(press -> {
            try {
                boolean less = !people.invitations().accept(person, line.id()).isEmpty();
                Toast.done(
                        getTranslation(
                                less ? "invitations.accepted.less" : "invitations.accepted",
                                line.firm().legalName()));
                accept.getUI().ifPresent(ui -> ui.navigate(""));
            } catch (InvitationRefusedException refused) {
                Toast.refusal(PartWords.refusal(this, refused));
                fill();
            }
        });
        return accept;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("title.invitations") + " · Cloisonné";
    }
}
