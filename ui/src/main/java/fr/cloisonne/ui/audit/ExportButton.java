package fr.cloisonne.ui.audit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditQuery;
import fr.cloisonne.identity.audit.FirmJournal;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.table.TableFile;
import fr.cloisonne.ui.table.TableFormat;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Takes out of the journal what is seen of it: for one who has just proven who they are, on record
 * before the first byte, and once for each click.
 */
class ExportButton extends Div implements DownloadHandler {

    private final transient FirmJournal journal;
    private final UserAccountId person;
    private final FirmShortName firm;
    private final transient AuditTable table;
    private final transient Supplier<AuditQuery> asked;
    private final AtomicBoolean allowed = new AtomicBoolean();
    private final Anchor file = new Anchor(this, "");

    ExportButton(
            StepUp stepUp,
            FirmJournal journal,
            UserAccountId person,
            FirmShortName firm,
            AuditTable table,
            Supplier<AuditQuery> asked) {
        this.journal = journal;
        this.person = person;
        this.firm = firm;
        this.table = table;
        this.asked = asked;
        file.getElement().setAttribute("hidden", true);
        file.getElement().setAttribute("aria-hidden", "true");
        add(new Button(getTranslation("audit.export"), press -> stepUp.perform(this::allow)), file);
    }

    private void allow() {
        journal.exportAsked(person, firm);
        allowed.set(true);
        file.getElement().executeJs("this.click()");
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        if (!allowed.getAndSet(false)) {
            event.getResponse().setStatus(403);
            return;
        }
        event.setFileName("journal-" + firm + ".csv");
        event.setContentType(TableFormat.CSV.contentType());
        try (TableFile file = TableFormat.CSV.begin(event.getOutputStream(), "journal")) {
            journal.exportDone(person, firm, table.write(person, firm, asked.get(), file));
        }
    }
}
