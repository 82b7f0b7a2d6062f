package fr.cloisonne.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditQuery;
import fr.cloisonne.identity.audit.Taken;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.ui.table.TableFile;
import fr.cloisonne.ui.table.TableFormat;
import fr.cloisonne.ui.taken.TakenButton;
import fr.cloisonne.ui.taken.TakenFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A journal on a page: what narrows it, kept in the address, its lines, and what can be done with
 * the whole of it.
 */
class JournalPart extends Div {

    private final transient JournalDesk desk;
    private final transient ReadJournal journal;
    private final String path;
    private final List<ClientCompanyCard> companies;
    private final AuditFilters filters;
    private final Div lines = new Div();
    private AuditQuery asked = AuditQuery.ALL;

    JournalPart(
            JournalDesk desk,
            ReadJournal journal,
            String path,
            List<PersonCard> people,
            List<ClientCompanyCard> companies,
            AuditAddress address) {
        this.desk = desk;
        this.journal = journal;
        this.path = path;
        this.companies = companies;
        this.filters =
                new AuditFilters(people, companies, desk.formats().today(), address, this::narrow);
        add(filters, lines);
        read(filters.read());
    }

    /** To have it verified, and to take out what is seen of it. */
    Component[] acts(Taken taken, String name) {
        TakenFile file =
                new TakenFile(
                        desk.taking(),
                        taken,
                        name + ".csv",
                        TableFormat.CSV.contentType(),
                        out -> {
                            try (TableFile to = TableFormat.CSV.begin(out, "journal")) {
                                return table().write(asked, to);
                            }
                        });
        return new Component[] {
            new VerifyButton(journal, desk.sessions()),
            new TakenButton(desk.stepUp(), new Button(getTranslation("audit.export")), file)
        };
    }

    private AuditTable table() {
        return new AuditTable(journal, desk.sentences(), desk.formats(), getLocale());
    }

    /** Narrows the list and says so in the address. */
    private void narrow(AuditAddress to) {
        Location location = new Location(path, to.query());
        getUI().ifPresent(ui -> ui.getPage().getHistory().pushState(null, location));
        read(to);
    }

    private void read(AuditAddress narrowed) {
        AuditQuery query = query(narrowed);
        asked = query;
        lines.removeAll();
        lines.add(
                new AuditLines(
                        (last, limit) -> journal.page(query, last, limit),
                        desk.sentences(),
                        desk.formats()));
    }

    private AuditQuery query(AuditAddress narrowed) {
        UUID person = narrowed.person();
        LocalDate to = narrowed.to();
        return new AuditQuery(
                person == null ? null : new UserAccountId(person),
                narrowed.kind(),
                company(narrowed.company()),
                beginning(narrowed.from()),
                beginning(to == null ? null : to.plusDays(1)),
                desk.words().of(narrowed.text(), getLocale()));
    }

    private @Nullable CompanyPath company(@Nullable Siren siren) {
        return companies.stream()
                .map(ClientCompanyCard::path)
                .filter(company -> company.siren().equals(siren))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Instant beginning(@Nullable LocalDate day) {
        return day == null ? null : desk.formats().beginning(day);
    }
}
