package fr.cloisonne.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.OtherWayNeededException;
import fr.cloisonne.identity.habilitation.RightMissingException;
import fr.cloisonne.identity.habilitation.SeeingOnlyException;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.TenantUnavailableException;
import fr.cloisonne.tenancy.value.TenantUnavailableException.Reason;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/** What a page says when an act on it fails: the right that ended, or a reference to quote. */
@Component
class Failures implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Reader reader;
    private final FactorStop stop;

    Failures(Reader reader, FactorStop stop) {
        this.reader = reader;
        this.stop = stop;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addSessionInitListener(
                        session -> session.getSession().setErrorHandler(this::tell));
    }

    /** Logs what happened under a short reference, and gives the reference. */
    static String logged(Throwable failure) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("failure {}", reference, failure);
        return reference;
    }

    private void tell(ErrorEvent event) {
        Throwable cause = cause(event.getThrowable());
        UI ui = UI.getCurrent();
        if (ui != null && isRefusal(cause) && asksForFactor(ui)) {
            return;
        }
        String text =
                switch (cause) {
                    case RightMissingException missing ->
                            words(ui, "forbidden.act", words(ui, "right." + missing.right()));
                    case SeeingOnlyException seeing -> words(ui, "seeing.refused");
                    case ProofNeededException unproven -> words(ui, "proof.act");
                    case OtherWayNeededException elsewhere -> words(ui, "way.act");
                    case TenantUnavailableException closed ->
                            words(
                                    ui,
                                    closed.reason() == Reason.CLOSED
                                            ? "closed.act"
                                            : "unavailable.act");
                    case NoSuchCompanyException gone -> words(ui, "unknown.act");
                    case TransientDataAccessException busy ->
                            words(ui, "busy.act", logged(event.getThrowable()));
                    default -> words(ui, "failure.act", logged(event.getThrowable()));
                };
        if (ui != null) {
            Toast.refusal(text);
        }
    }

    private static boolean isRefusal(Throwable cause) {
        return cause instanceof RightMissingException || cause instanceof NoSuchCompanyException;
    }

    /** The firm of this page may ask for a second factor since it was opened. */
    private boolean asksForFactor(UI ui) {
        String firms =
                reader.signedIn().stream()
                        .flatMap(person ->
                                stop
                                        .behind(person, ui.getInternals().getActiveViewLocation())
                                        .stream())
                        .map(FirmCard::legalName)
                        .collect(Collectors.joining(", "));
        if (!firms.isEmpty()) {
            new FactorDialog(firms).open();
        }
        return !firms.isEmpty();
    }

    /** What lies at the bottom, above the database's own words. */
    private static Throwable cause(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause == null || thrown instanceof TransientDataAccessException
                ? thrown
                : cause(cause);
    }

    private static String words(
            @org.jspecify.annotations.Nullable UI ui, String key, Object... parameters) {
        return ui == null ? key : ui.getTranslation(key, parameters);
    }
}
