package fr.cloisonne.ui.federation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.maildomain.MailDomainSheet;
import fr.cloisonne.identity.maildomain.MailDomains;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.shell.FirmPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Which mail domains are the firm's own, and how that is proven. */
@Route(value = "f/:firm/domains", layout = MainLayout.class)
@PermitAll
@Needs(Right.SEE_SIGN_IN)
public class DomainsView extends FirmPage {

    private final Habilitations habilitations;
    private final MailDomains domains;
    private final StepUp stepUp;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    public DomainsView(
            Reader reader,
            Habilitations habilitations,
            MailDomains domains,
            StepUp stepUp,
            Formats formats) {
        super(reader, habilitations, "domains");
        this.habilitations = habilitations;
        this.domains = domains;
        this.stepUp = stepUp;
        this.formats = formats;
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        boolean manages =
                habilitations.firmRights(person, firm.shortName()).contains(Right.MANAGE_SIGN_IN);
        fill(new DomainsDesk(person, firm, domains, stepUp, manages));
    }

    private void fill(DomainsDesk desk) {
        removeAll();
        Button add = new Button(getTranslation("domain.add"));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.setVisible(desk.manages());
        add.addClickListener(press -> new DomainDialog(desk, () -> fill(desk)).open());
        head(
                getTranslation("title.domains"),
                getTranslation("domain.intro", desk.firm().legalName()),
                link(getTranslation("domain.back"), "f/" + desk.firm().shortName() + "/providers"),
                add);
        List<MailDomainSheet> all = desk.all();
        if (all.isEmpty()) {
            add(nothing(getTranslation("domain.none"), getTranslation("domain.none.next")));
        }
        all.forEach(one ->
                block(one.domain().name(), new DomainBlock(desk, one, formats, () -> fill(desk))));
    }
}
