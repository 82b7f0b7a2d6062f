package fr.cloisonne.ui.deposit;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.FileUploadCallback;
import com.vaadin.flow.server.streams.UploadHandler;
import fr.cloisonne.ui.enamel.Sign;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.text.ComponentTexts;

/** A place to drop invoices: files go to disk, one after another, none above the limit. */
class DropZone extends Upload {

    private static final int LIMIT = 30_000_000;

    DropZone(FileUploadCallback taken) {
        setUploadHandler(UploadHandler.toTempFile(taken));
        setMaxFileSize(LIMIT);
        setAcceptedFileExtensions(".xml", ".pdf");
        setI18n(ComponentTexts.upload(this));
        setDropLabel(new Span(getTranslation("upload.drop")));
        setDropLabelIcon(Sign.DEPOSIT.draw());
        addFileRejectedListener(refused -> Toast.refusal(refused.getErrorMessage()));
        addAllFinishedListener(finished -> clearFileList());
        addClassName("drop");
    }
}
