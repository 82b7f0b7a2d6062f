package fr.cloisonne.ui.taken;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import fr.cloisonne.identity.audit.Taken;
import fr.cloisonne.identity.audit.TakingAway;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.OtherWayNeededException;
import fr.cloisonne.identity.habilitation.RightMissingException;
import fr.cloisonne.identity.habilitation.SeeingOnlyException;
import fr.cloisonne.identity.registration.NotAnOperatorException;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.invoicing.staging.NoRoomException;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The one way by which a file leaves: asked for on record before its first byte, out on record
 * after its last, each time it is fetched.
 */
public final class TakenFile implements DownloadHandler {

    /** Writes the file. */
    @FunctionalInterface
    public interface Content {

        /**
         * Writes all of it.
         *
         * @return how many lines or bytes that was
         */
        long write(OutputStream to) throws IOException;
    }

    private final transient TakingAway taking;
    private final Taken taken;
    private final String name;
    private final String type;
    private final transient Content content;

    /** A file of this name and type. */
    public TakenFile(TakingAway taking, Taken taken, String name, String type, Content content) {
        this.taking = taking;
        this.taken = taken;
        this.name = name;
        this.type = type;
        this.content = content;
    }

    /** Refuses whoever may not take it, before they try. */
    void allow() {
        taking.allow(taken);
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        try {
            taking.asked(taken);
        } catch (RightMissingException
                | NoSuchCompanyException
                | OtherWayNeededException
                | SeeingOnlyException
                | NotAnOperatorException
                | ProofNeededException refused) {
            event.getResponse().setStatus(403);
            return;
        }
        event.setFileName(name);
        event.setContentType(type);
        try {
            taking.done(taken, content.write(event.getOutputStream()));
        } catch (NoRoomException full) {
            event.getResponse().setStatus(503);
        }
    }
}
