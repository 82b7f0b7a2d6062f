package fr.cloisonne.ui.audit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditQuery;
import fr.cloisonne.identity.audit.FirmJournal;
import fr.cloisonne.identity.audit.Taken;
import fr.cloisonne.identity.audit.TakingAway;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.ui.shell.FirmPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.table.TableFile;
import fr.cloisonne.ui.table.TableFormat;
import fr.cloisonne.ui.taken.TakenButton;
import fr.cloisonne.ui.taken.TakenFile;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
    private final transient TakingAway taking;
    private final StepUp stepUp;
    private final SoughtWords words;
    private final Div lines = new Div();
    private AuditAddress address = AuditAddress.of(QueryParameters.empty());
    private AuditQuery asked = AuditQuery.ALL;

    /** The page; Spring makes one for each visit. */
    public AuditView(
            Reader reader,
            Habilitations habilitations,
            FirmJournal journal,
            UserAccounts accounts,
            Sentences sentences,
            Formats formats,
            TakingAway taking,
            StepUp stepUp,
            SoughtWords words) {
        super(reader, habilitations, "audit");
        this.habilitations = habilitations;
        this.journal = journal;
        this.accounts = accounts;
        this.sentences = sentences;
        this.formats = formats;
        this.taking = taking;
        this.stepUp = stepUp;
        this.words = words;
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        head(
                getTranslation("title.audit"),
                getTranslation("audit.intro", firm.legalName()),
                new VerifyButton(journal, person, firm.shortName()),
                new TakenButton(
                        stepUp, new Button(getTranslation("audit.export")), file(person, firm)));
        AuditFilters filters =
                new AuditFilters(
                        accounts.colleaguesOf(firm.id()),
                        companies(person, firm),
                        formats.today(),
                        address,
                        changed -> narrow(person, firm, changed));
        add(filters, lines);
        read(person, firm, filters.read());
    }

    /** What is seen of the journal when it is fetched. */
    private TakenFile file(UserAccountId person, FirmCard firm) {
        FirmShortName name = firm.shortName();
        AuditTable table = new AuditTable(journal, sentences, formats, getLocale());
        return new TakenFile(
                taking,
                new Taken.OfFirm(person, name, Right.AUDIT, "journal", Map.of()),
                "journal-" + name + ".csv",
                TableFormat.CSV.contentType(),
                out -> {
                    try (TableFile file = TableFormat.CSV.begin(out, "journal")) {
                        return table.write(person, name, asked, file);
                    }
                });
    }

    @Override
    protected void address(BeforeEnterEvent event) {
        address = AuditAddress.of(event.getLocation().getQueryParameters());
    }

    /** Narrows the list and says so in the address. */
    private void narrow(UserAccountId person, FirmCard firm, AuditAddress to) {
        Location location = new Location("f/" + firm.shortName() + "/audit", to.query());
        getUI().ifPresent(ui -> ui.getPage().getHistory().pushState(null, location));
        read(person, firm, to);
    }

    private List<ClientCompanyCard> companies(UserAccountId person, FirmCard firm) {
        return habilitations.clientCompaniesOf(person).stream()
                .filter(company -> company.firm().equals(firm.id()))
                .toList();
    }

    private void read(UserAccountId person, FirmCard firm, AuditAddress narrowed) {
        AuditQuery query = query(firm, narrowed);
        asked = query;
        lines.removeAll();
        lines.add(
                new AuditLines(
                        (last, limit) -> journal.page(person, firm.shortName(), query, last, limit),
                        sentences,
                        formats));
    }

    private AuditQuery query(FirmCard firm, AuditAddress narrowed) {
        UUID person = narrowed.person();
        Siren company = narrowed.company();
        LocalDate to = narrowed.to();
        return new AuditQuery(
                person == null ? null : new UserAccountId(person),
                narrowed.kind(),
                company == null ? null : new CompanyPath(firm.shortName(), company),
                beginning(narrowed.from()),
                beginning(to == null ? null : to.plusDays(1)),
                words.of(narrowed.text(), getLocale()));
    }

    private @Nullable Instant beginning(@Nullable LocalDate day) {
        return day == null ? null : formats.beginning(day);
    }
}
