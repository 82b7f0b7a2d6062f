package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
        List<InvitationLine> open = people.invited().to(person);
        if (open.isEmpty()) {
            add(
                    nothing(
                            getTranslation("invitations.none"),
                            getTranslation("invitations.none.next")));
        }
        for (InvitationLine line : open) {
            block(
                    line.firm().legalName(),
                    new Paragraph(
                            getTranslation(
                                    "invitations.line",
                                    line.inviter().name().display(),
                                    formats.moment(line.expires()))),
                    new Paragraph(rights(line)),
                    accept(person, line));
        }
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
