package fr.cloisonne.ui.invoice;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import fr.cloisonne.invoicing.InvoiceId;
import fr.cloisonne.invoicing.Invoices;
import fr.cloisonne.ui.shell.Visit;
import java.io.IOException;

/** The file as it was handed in, byte for byte; the right is asked again when it is fetched. */
class StoredFile implements DownloadHandler {

    private final Visit visit;
    private final Invoices invoices;
    private final InvoiceId id;
    private final String name;
    private final long size;

    StoredFile(Visit visit, Invoices invoices, InvoiceId id, String name, long size) {
        this.visit = visit;
        this.invoices = invoices;
        this.id = id;
        this.name = name;
        this.size = size;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        visit.<Void, IOException>inside(() -> {
            event.setFileName(name);
            event.setContentType(name.endsWith(".pdf") ? "application/pdf" : "application/xml");
            event.setContentLength(size);
            invoices.write(id, event.getOutputStream());
            return null;
        });
    }
}
