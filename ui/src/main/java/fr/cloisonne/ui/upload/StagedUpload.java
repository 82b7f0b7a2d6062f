package fr.cloisonne.ui.upload;

import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.server.streams.UploadResult;
import fr.cloisonne.invoicing.staging.NoRoomException;
import fr.cloisonne.invoicing.staging.StagedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Optional;

/**
 * Takes a file to disk and stops at the limit, whatever length the sender announced: the page's own
 * limit binds only those who use the page.
 */
public final class StagedUpload implements UploadHandler {

    private static final long serialVersionUID = 1L;

    private static final int PIECE = 64 * 1024;

    private final long longest;
    private final Place place;
    private final Taken taken;

    /** Takes files of this many bytes at most, one at a time. */
    public StagedUpload(long longest, Place place, Taken taken) {
        this.longest = longest;
        this.place = place;
        this.taken = taken;
    }

    /** Where files wait, on account of whoever sends them. */
    @FunctionalInterface
    public interface Place extends Serializable {
        /** The file on disk; nothing if it is longer than that. */
        Optional<StagedFile> take(long longest, InputStream from) throws IOException;
    }

    /** What follows. */
    public interface Taken extends Serializable {
        /** A whole file, under the name that its sender gave; it is the taker's to close. */
        void file(String name, StagedFile content);

        /** A file for which there was no room: nothing of it is there. */
        void noRoom(String name);
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        if (event.getFileSize() > longest) {
            event.reject();
            return;
        }
        try {
            Optional<StagedFile> whole = place.take(longest, event.getInputStream());
            whole.ifPresentOrElse(
                    file -> taken.file(event.getFileName(), file), () -> event.reject());
        } catch (NoRoomException full) {
            event.reject();
            taken.noRoom(event.getFileName());
        }
    }

    @Override
    public void responseHandled(UploadResult result) {
        result.response()
                .setStatus(
                        result.success() && result.allAccepted()
                                ? HttpStatusCode.OK.getCode()
                                : result.exception() == null
                                        ? HttpStatusCode.REQUEST_ENTITY_TOO_LARGE.getCode()
                                        : HttpStatusCode.INTERNAL_SERVER_ERROR.getCode());
    }

    @Override
    public long getRequestSizeMax() {
        return longest + PIECE;
    }

    @Override
    public long getFileSizeMax() {
        return longest;
    }

    @Override
    public long getFileCountMax() {
        return 1;
    }
}
