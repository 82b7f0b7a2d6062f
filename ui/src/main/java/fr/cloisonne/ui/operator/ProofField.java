package fr.cloisonne.ui.operator;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import fr.cloisonne.identity.appointment.Appointments;
import fr.cloisonne.invoicing.staging.StagedFile;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.text.ComponentTexts;
import fr.cloisonne.ui.upload.StagedUpload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the document that proves an appointment; it stays here until the appointment is made. */
class ProofField extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(ProofField.class);

    private final Upload drop = new Upload();
    private String name = "";
    private byte[] content = {};

    ProofField(StagedUpload.Place place) {
        drop.setUploadHandler(new StagedUpload(Appointments.LONGEST_PROOF, place, new Sent()));
        drop.setMaxFiles(1);
        drop.setMaxFileSize(Appointments.LONGEST_PROOF);
        drop.setAcceptedFileExtensions(".pdf", ".png", ".jpg", ".jpeg");
        drop.setI18n(words());
        drop.setDropLabel(new Span(getTranslation("appointments.proof.drop")));
        drop.addFileRejectedListener(refused -> Toast.refusal(refused.getErrorMessage()));
        drop.addFileRemovedListener(removed -> keep("", new byte[0]));
        Paragraph label = new Paragraph(getTranslation("appointments.proof.label"));
        label.addClassName("quiet");
        add(label, drop);
    }

    private UploadI18N words() {
        UploadI18N words = ComponentTexts.upload(drop);
        words.getError()
                .setFileIsTooBig(getTranslation("appointments.refused.NO_PROOF"))
                .setIncorrectFileType(getTranslation("appointments.refused.NO_PROOF"));
        return words;
    }

    String name() {
        return name;
    }

    byte[] content() {
        return content;
    }

    /** What becomes of a document that came in. */
    private final class Sent implements StagedUpload.Taken {

        private static final long serialVersionUID = 1L;

        @Override
        public void file(String file, StagedFile staged) {
            byte[] bytes = read(staged);
            getUI().ifPresent(ui -> later(ui, () -> keep(file, bytes)));
        }

        @Override
        public void noRoom(String file) {
            getUI().ifPresent(ui ->
                    later(ui, () -> Toast.refusal(getTranslation("upload.no-room", file))));
        }
    }

    private static void later(UI ui, Runnable change) {
        try {
            var _ = ui.access(change::run);
        } catch (UIDetachedException closed) {
            LOG.debug("the page of a proof was closed", closed);
        }
    }

    private void keep(String file, byte[] bytes) {
        name = file;
        content = bytes;
    }

    private static byte[] read(StagedFile staged) {
        try (staged) {
            return Files.readAllBytes(staged.content());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
