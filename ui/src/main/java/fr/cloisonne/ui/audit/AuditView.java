package fr.cloisonne.ui.audit;

import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditReading;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.shell.FirmPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;

/** The firm's journal: rights given and taken, by whom and for whom. */
@Route(value = "f/:firm/audit", layout = MainLayout.class)
@PermitAll
@Needs(Right.AUDIT)
public class AuditView extends FirmPage {

    private final AuditReading journal;
    private final Sentences sentences;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    public AuditView(
            Reader reader,
            Habilitations habilitations,
            AuditReading journal,
            Sentences sentences,
            Formats formats) {
        super(reader, habilitations, "audit");
        this.journal = journal;
        this.sentences = sentences;
        this.formats = formats;
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        head(getTranslation("title.audit"), getTranslation("audit.intro", firm.legalName()));
        add(
                new AuditLines(
                        (before, limit) -> journal.ofFirm(person, firm.shortName(), before, limit),
                        sentences,
                        formats));
    }
}
