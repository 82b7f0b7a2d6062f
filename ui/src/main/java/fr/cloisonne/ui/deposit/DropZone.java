package fr.cloisonne.ui.deposit;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import fr.cloisonne.invoicing.InvoiceDeposit;
import fr.cloisonne.ui.enamel.Sign;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.text.ComponentTexts;
import fr.cloisonne.ui.upload.StagedUpload;

/** A place to drop invoices: files go to disk, one after another, none above the limit. */
class DropZone extends Upload {

    DropZone(StagedUpload.Place place, StagedUpload.Taken taken) {
        setUploadHandler(new StagedUpload(InvoiceDeposit.LONGEST, place, taken));
        setMaxFileSize(Math.toIntExact(InvoiceDeposit.LONGEST));
        setAcceptedFileExtensions(".xml", ".pdf");
        setI18n(ComponentTexts.upload(this));
        setDropLabel(new Span(getTranslation("upload.drop")));
        setDropLabelIcon(Sign.DEPOSIT.draw());
        addFileRejectedListener(refused -> Toast.refusal(refused.getErrorMessage()));
        addAllFinishedListener(finished -> clearFileList());
        addClassName("drop");
    }
}
