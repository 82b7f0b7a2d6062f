package fr.cloisonne.ui.audit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditQuery;
import fr.cloisonne.identity.audit.FirmJournal;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.shell.FirmPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The firm's journal: what was done in the firm and in its companies, by whom and for whom. */
@Route(value = "f/:firm/audit", layout = MainLayout.class)
@PermitAll
@Needs(Right.AUDIT)
public class AuditView extends FirmPage {

    private final FirmJournal journal;
    private final Habilitations habilitations;
    private final UserAccounts accounts;
    private final Sentences sentences;
    private final Formats formats;
    private final StepUp stepUp;
    private final Div lines = new Div();
    private AuditQuery asked = AuditQuery.ALL;

    /** The page; Spring makes one for each visit. */
    public AuditView(
            Reader reader,
            Habilitations habilitations,
            FirmJournal journal,
            UserAccounts accounts,
            Sentences sentences,
            Formats formats,
            StepUp stepUp) {
        super(reader, habilitations, "audit");
        this.habilitations = habilitations;
        this.journal = journal;
        this.accounts = accounts;
        this.sentences = sentences;
        this.formats = formats;
        this.stepUp = stepUp;
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        asked = AuditQuery.ALL;
        journal.opened(person, firm.shortName());
        head(
                getTranslation("title.audit"),
                getTranslation("audit.intro", firm.legalName()),
                new VerifyButton(journal, person, firm.shortName()),
                new ExportButton(
                        stepUp,
                        journal,
                        person,
                        firm.shortName(),
                        new AuditTable(journal, sentences, formats, getLocale()),
                        () -> asked));
        add(
                new AuditFilters(
                        accounts.colleaguesOf(firm.id()),
                        companies(person, firm),
                        formats,
                        query -> read(person, firm, query)),
                lines);
        read(person, firm, asked);
    }

    private List<ClientCompanyCard> companies(UserAccountId person, FirmCard firm) {
        return habilitations.clientCompaniesOf(person).stream()
                .filter(company -> company.firm().equals(firm.id()))
                .toList();
    }

    private void read(UserAccountId person, FirmCard firm, AuditQuery query) {
        asked = query;
        lines.removeAll();
        lines.add(
                new AuditLines(
                        (last, limit) -> journal.page(person, firm.shortName(), query, last, limit),
                        sentences,
                        formats));
    }
}
