package fr.cloisonne.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.ServiceJournal;
import fr.cloisonne.identity.audit.Taken;
import fr.cloisonne.identity.registration.Operators;
import fr.cloisonne.ui.operator.OperatorPage;
import fr.cloisonne.ui.shell.ForOperators;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Reader;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The service's own journal: sign-ins, accounts, births of firms, what operators did and read. */
@Route(value = "operator/audit", layout = MainLayout.class)
@PermitAll
@ForOperators
public class OperatorAuditView extends OperatorPage {

    private final transient ServiceJournal journal;
    private final transient JournalDesk desk;
    private @Nullable JournalPart part;
    private AuditAddress address = AuditAddress.of(QueryParameters.empty());

    /** The page; Spring makes one for each visit. */
    OperatorAuditView(
            Operators operators, Reader reader, ServiceJournal journal, JournalDesk desk) {
        super(operators, reader, "operator-audit", "operator.audit.intro");
        this.journal = journal;
        this.desk = desk;
    }

    @Override
    protected void address(BeforeEnterEvent event) {
        address = AuditAddress.of(event.getLocation().getQueryParameters());
    }

    @Override
    protected Component[] acts() {
        ReadJournal read = new ServicesJournal(journal, person());
        JournalPart made =
                new JournalPart(desk, read, "operator/audit", List.of(), List.of(), address);
        part = made;
        return made.acts(new Taken.OfService(person(), "journal", Map.of()), "journal");
    }

    @Override
    protected void show(UserAccountId operator) {
        add(Objects.requireNonNull(part));
    }
}
