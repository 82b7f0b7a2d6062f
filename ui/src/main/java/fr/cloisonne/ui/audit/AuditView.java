package fr.cloisonne.ui.audit;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditQuery;
import fr.cloisonne.identity.audit.FirmJournal;
import fr.cloisonne.identity.audit.Taken;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.FirmPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Reader;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;

/** The firm's journal: what was done in the firm and in its companies, by whom and for whom. */
@Route(value = "f/:firm/audit", layout = MainLayout.class)
@PermitAll
@Needs(Right.AUDIT)
public class AuditView extends FirmPage {

    private final FirmJournal journal;
    private final Habilitations habilitations;
    private final UserAccounts accounts;
    private final transient JournalDesk desk;
    private AuditAddress address = AuditAddress.of(QueryParameters.empty());

    /** The page; Spring makes one for each visit. */
    AuditView(
            Reader reader,
            Habilitations habilitations,
            FirmJournal journal,
            UserAccounts accounts,
            JournalDesk desk) {
        super(reader, habilitations, "audit");
        this.habilitations = habilitations;
        this.journal = journal;
        this.accounts = accounts;
        this.desk = desk;
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        FirmShortName name = firm.shortName();
        JournalPart part =
                new JournalPart(
                        desk,
                        new FirmsJournal(journal, person, name),
                        "f/" + name + "/audit",
                        accounts.colleaguesOf(firm.id()),
                        companies(person, firm),
                        address);
        Taken all = new Taken.OfFirm(person, name, Right.AUDIT, "journal", Map.of());
        head(
                getTranslation("title.audit"),
                getTranslation("audit.intro", firm.legalName()),
                part.acts(all, "journal-" + name));
        List<ClientCompanyCard> closed = journal.closed(person, name, AuditQuery.ALL);
        if (!closed.isEmpty()) {
            String names =
                    String.join(", ", closed.stream().map(ClientCompanyCard::legalName).toList());
            add(Notice.refusal(getTranslation("audit.closed", names)));
        }
        add(part);
    }

    @Override
    protected void address(BeforeEnterEvent event) {
        address = AuditAddress.of(event.getLocation().getQueryParameters());
    }

    private List<ClientCompanyCard> companies(UserAccountId person, FirmCard firm) {
        return habilitations.clientCompaniesOf(person).stream()
                .filter(company -> company.firm().equals(firm.id()))
                .toList();
    }
}
