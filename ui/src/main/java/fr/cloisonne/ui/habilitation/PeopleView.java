package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.membership.InvitationLine;
import fr.cloisonne.identity.membership.InvitationRefusedException;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.enamel.Sheet;
import fr.cloisonne.ui.shell.FirmPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;

/** The people of the firm: who belongs to it, and who is invited. */
@Route(value = "f/:firm/people", layout = MainLayout.class)
@PermitAll
@Needs(Right.DELEGATE)
public class PeopleView extends FirmPage {

    private final RightsDesks desks;
    private final PeopleDesks people;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    PeopleView(
            Reader reader,
            Habilitations habilitations,
            RightsDesks desks,
            PeopleDesks people,
            Formats formats) {
        super(reader, habilitations, "people");
        this.desks = desks;
        this.people = people;
        this.formats = formats;
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        fill(desks.at(person, firm));
    }

    private void fill(RightsDesk desk) {
        removeAll();
        Button invite = new Button(getTranslation("people.invite"));
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        invite.addClickListener(
                press -> new InvitationDialog(desk, people, formats, () -> fill(desk)).open());
        head(
                getTranslation("title.people"),
                getTranslation("people.intro", desk.firm().legalName()),
                invite);
        add(new RightsTabs(desk.firm(), "people"));
        add(new MemberGrid(desk, people, formats));
        List<InvitationLine> invitations = people.invited().of(desk.person(), desk.firmName());
        Section section = new Section(new H2(getTranslation("people.invitations")));
        section.addClassName("block");
        section.add(
                invitations.isEmpty()
                        ? nothing(
                                getTranslation("people.invitations.none"),
                                getTranslation("people.invitations.none.next"))
                        : invitations(desk, invitations));
        add(section);
    }

    private Sheet invitations(RightsDesk desk, List<InvitationLine> invitations) {
        Sheet sheet =
                new Sheet(
                        Set.of(),
                        getTranslation("rights.holder"),
                        getTranslation("rights.scope"),
                        getTranslation("rights.profile"),
                        getTranslation("people.state"),
                        getTranslation("people.act"));
        for (InvitationLine line : invitations) {
            sheet.row(
                    who(line),
                    new Span(PartWords.places(this, line.parts())),
                    new Span(PartWords.profiles(this, line.parts())),
                    new Span(
                            getTranslation(
                                    "invitation.state." + line.state().name(),
                                    formats.moment(line.sent()),
                                    formats.moment(line.expires()))),
                    acts(desk, line));
        }
        sheet.addClassName("stacked");
        return sheet;
    }

    private static Component who(InvitationLine line) {
        Span mail = new Span(line.email());
        mail.addClassName("siren");
        Span who = new Span(new Span(line.name().display()), mail);
        who.addClassName("who");
        return who;
    }

    private Component acts(RightsDesk desk, InvitationLine line) {
        Div acts = new Div();
        acts.addClassName("acts");
        if (!line.state().over()) {
            acts.add(
                    act(
                            desk,
                            "invitation.resend",
                            line,
                            () ->
                                    people.invitations()
                                            .resend(desk.person(), desk.firmName(), line.id())),
                    act(
                            desk,
                            "invitation.withdraw",
                            line,
                            () ->
                                    people.invitations()
                                            .withdraw(desk.person(), desk.firmName(), line.id())));
        }
        return acts;
    }

    private Button act(RightsDesk desk, String key, InvitationLine line, Runnable act) {
        Button button = new Button(getTranslation(key));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation(key + ".of", line.name().display()));
        button.addClickListener(press -> {
            try {
                act.run();
                Toast.done(getTranslation(key + ".done", line.email()));
            } catch (InvitationRefusedException refused) {
                Toast.refusal(PartWords.refusal(this, refused));
            }
            fill(desk);
        });
        return button;
    }
}
