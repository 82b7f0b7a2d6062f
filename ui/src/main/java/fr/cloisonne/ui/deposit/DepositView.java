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
import fr.cloisonne.invoicing.DepositedFile;
import fr.cloisonne.ui.shell.CompanyPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Visit;
import fr.cloisonne.ui.shell.Visits;
import jakarta.annotation.security.PermitAll;
import java.nio.file.Path;
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
    private final Div verdicts = new Div();

    /** The page; Spring makes one for each visit. */
    public DepositView(Visits visits, Counter counter) {
        super(visits, "deposit");
        this.counter = counter;
        verdicts.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    protected void show(Visit visit, BeforeEnterEvent event) {
        UI ui = event.getUI();
        Upload drop = new DropZone((name, file) -> take(ui, visit, name, file));
        verdicts.removeAll();
        head(getTranslation("title.deposit"), getTranslation("deposit.intro"));
        add(drop, verdicts);
    }

    private void take(UI ui, Visit visit, String name, Path content) {
        Div waiting = new Div();
        later(ui, () -> announce(waiting, name));
        DepositedFile file = new DepositedFile(name, content, content.toFile().length());
        Thread.ofVirtual().name("deposit").start(() -> judge(ui, visit, file, waiting));
    }

    private void announce(Div waiting, String file) {
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        waiting.addClassNames("verdict", "slate");
        waiting.add(new Paragraph(getTranslation("deposit.checking", file)), bar);
        verdicts.addComponentAsFirst(waiting);
    }

    private void judge(UI ui, Visit visit, DepositedFile file, Div waiting) {
        try {
            Supplier<Verdict> verdict = verdict(visit, file);
            later(ui, () -> verdicts.replace(waiting, verdict.get()));
        } finally {
            if (!file.content().toFile().delete()) {
                LOG.warn("a temporary file of a deposit could not be deleted");
            }
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
