package fr.cloisonne.ui.deposit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.Command;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.RightMissingException;
import fr.cloisonne.identity.habilitation.SeeingOnlyException;
import fr.cloisonne.identity.signin.SignedInSessions;
import fr.cloisonne.invoicing.DepositedFile;
import fr.cloisonne.invoicing.staging.StagedFile;
import fr.cloisonne.invoicing.staging.Staging;
import fr.cloisonne.ui.shell.CompanyPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Visit;
import fr.cloisonne.ui.shell.Visits;
import fr.cloisonne.ui.upload.StagedUpload;
import jakarta.annotation.security.PermitAll;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where invoices are handed in: a place to drop files, and below it a verdict for each. */
@Route(value = "c/:firm/:siren/deposit", layout = MainLayout.class)
@PermitAll
@Needs(Right.DEPOSIT)
public class DepositView extends CompanyPage {

    private static final Logger LOG = LoggerFactory.getLogger(DepositView.class);

    private final Counter counter;
    private final transient SignedInSessions sessions;
    private final Staging staging;
    private final Div verdicts = new Div();

    /** The page; Spring makes one for each visit. */
    public DepositView(Visits visits, Counter counter, Staging staging, SignedInSessions sessions) {
        super(visits, "deposit");
        this.counter = counter;
        this.sessions = sessions;
        this.staging = staging;
        verdicts.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    protected void show(Visit visit, BeforeEnterEvent event) {
        UI ui = event.getUI();
        Upload drop =
                new DropZone(
                        (longest, from) ->
                                staging.take(visit.person(), visit.company().firm(), longest, from),
                        new Sent(ui, visit));
        verdicts.removeAll();
        head(getTranslation("title.deposit"), getTranslation("deposit.intro"));
        add(drop, verdicts);
    }

    /** What becomes of files that come in while this page is open. */
    private final class Sent implements StagedUpload.Taken {

        private static final long serialVersionUID = 1L;

        private final UI ui;
        private final transient Visit visit;

        Sent(UI ui, Visit visit) {
            this.ui = ui;
            this.visit = visit;
        }

        @Override
        public void file(String name, StagedFile content) {
            Div waiting = new Div();
            later(ui, () -> announce(waiting, name));
            Thread.ofVirtual()
                    .name("deposit")
                    .start(sessions.carrying(() -> judge(ui, visit, name, content, waiting)));
        }

        @Override
        public void noRoom(String name) {
            later(
                    ui,
                    () -> {
                        String reason = getTranslation("deposit.no-room");
                        verdicts.addComponentAsFirst(counter.failed(name, reason));
                    });
        }
    }

    private void announce(Div waiting, String file) {
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        waiting.addClassNames("verdict", "slate");
        waiting.add(new Paragraph(getTranslation("deposit.checking", file)), bar);
        verdicts.addComponentAsFirst(waiting);
    }

    private void judge(UI ui, Visit visit, String name, StagedFile content, Div waiting) {
        try (content) {
            var file = new DepositedFile(name, content.content(), content.size());
            Supplier<Verdict> verdict = verdict(visit, file);
            later(ui, () -> verdicts.replace(waiting, verdict.get()));
        }
    }

    private Supplier<Verdict> verdict(Visit visit, DepositedFile file) {
        try {
            return counter.take(visit, file);
        } catch (RightMissingException | NoSuchCompanyException ended) {
            return () -> counter.failed(file.name(), getTranslation("deposit.no-right"));
        } catch (SeeingOnlyException seeing) {
            return () -> counter.failed(file.name(), getTranslation("seeing.refused"));
        } catch (RuntimeException failure) {
            LOG.error("a deposit could not be judged", failure);
            return () -> counter.failed(file.name(), getTranslation("deposit.failed.text"));
        }
    }

    /** Pushes to the page; whoever closed it meanwhile finds the verdict among the deposits. */
    private static void later(UI ui, Command change) {
        try {
            var _ = ui.access(change);
        } catch (UIDetachedException closed) {
            LOG.debug("the page of a deposit was closed", closed);
        }
    }
}
