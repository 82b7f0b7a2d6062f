package fr.cloisonne.ui.upload;

import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.server.streams.UploadResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes a file to disk and stops at the limit, whatever length the sender announced: the page's own
 * limit binds only those who use the page.
 */
public final class StagedUpload implements UploadHandler {

    private static final long serialVersionUID = 1L;

    private static final int PIECE = 64 * 1024;

    private final long longest;
    private final Taken taken;

    /** Takes files of this many bytes at most, one at a time. */
    public StagedUpload(long longest, Taken taken) {
        this.longest = longest;
        this.taken = taken;
    }

    /** What follows; the file is the taker's to delete. */
    @FunctionalInterface
    public interface Taken extends Serializable {
        /** A whole file, under the name that its sender gave. */
        void file(String name, Path content);
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        if (event.getFileSize() > longest) {
            event.reject();
            return;
        }
        Path staged = Files.createTempFile("cloisonne-upload", null);
        boolean whole = false;
        try {
            whole = copy(event.getInputStream(), staged);
        } finally {
            if (!whole) {
                Files.delete(staged);
            }
        }
        if (whole) {
            taken.file(event.getFileName(), staged);
        } else {
            event.reject();
        }
    }

    private boolean copy(InputStream from, Path to) throws IOException {
        byte[] piece = new byte[PIECE];
        long length = 0;
        try (from;
                OutputStream out = Files.newOutputStream(to)) {
            for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
                length += read;
                if (length > longest) {
                    return false;
                }
                out.write(piece, 0, read);
            }
        }
        return true;
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
