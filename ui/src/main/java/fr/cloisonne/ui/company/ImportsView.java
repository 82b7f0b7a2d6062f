package fr.cloisonne.ui.company;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.Command;
import fr.cloisonne.company.importing.CompanyImports;
import fr.cloisonne.company.importing.ImportId;
import fr.cloisonne.company.importing.ImportRefusedException;
import fr.cloisonne.company.importing.ImportSheet;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.Taken;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.RightMissingException;
import fr.cloisonne.invoicing.staging.StagedFile;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.enamel.Sheet;
import fr.cloisonne.ui.enamel.Sign;
import fr.cloisonne.ui.shell.FirmPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.table.TableFile;
import fr.cloisonne.ui.table.TableFormat;
import fr.cloisonne.ui.taken.TakenButton;
import fr.cloisonne.ui.taken.TakenFile;
import fr.cloisonne.ui.text.ComponentTexts;
import fr.cloisonne.ui.text.Formats;
import fr.cloisonne.ui.upload.StagedUpload;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where lists of client companies are handed in, and what became of earlier ones. */
@Route(value = "f/:firm/imports", layout = MainLayout.class)
@PermitAll
@Needs(Right.MANAGE_COMPANIES)
public class ImportsView extends FirmPage {

    private static final Logger LOG = LoggerFactory.getLogger(ImportsView.class);

    private final transient CompanyImports imports;
    private final ImportDesk desk;
    private final Formats formats;
    private final Div refusal = new Div();

    /** The page; Spring makes one for each visit. */
    public ImportsView(
            Reader reader,
            Habilitations habilitations,
            CompanyImports imports,
            ImportDesk desk,
            Formats formats) {
        super(reader, habilitations, "imports");
        this.imports = imports;
        this.desk = desk;
        this.formats = formats;
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        refusal.removeAll();
        head(getTranslation("title.imports"), getTranslation("imports.intro", firm.legalName()));
        Paragraph columns = new Paragraph(getTranslation("imports.columns", imports.mostLines()));
        columns.addClassName("quiet");
        Div template =
                new Div(
                        template(person, firm, TableFormat.XLSX),
                        template(person, firm, TableFormat.CSV));
        template.addClassName("acts");
        block(getTranslation("imports.template"), columns, template);
        block(getTranslation("imports.file"), refusal, drop(person, firm));
        List<ImportSheet> earlier = imports.of(person, firm.shortName());
        if (!earlier.isEmpty()) {
            block(getTranslation("imports.earlier"), earlier(firm, earlier));
        }
    }

    private Sheet earlier(FirmCard firm, List<ImportSheet> earlier) {
        Sheet sheet =
                new Sheet(
                        Set.of(),
                        getTranslation("imports.file"),
                        getTranslation("imports.at"),
                        getTranslation("imports.state"));
        sheet.addClassName("stacked");
        for (ImportSheet one : earlier) {
            sheet.row(
                    link(one.fileName(), address(firm, one.id())),
                    new Span(formats.moment(one.readAt())),
                    new Span(desk.words().state(one, getLocale())));
        }
        return sheet;
    }

    static String address(FirmCard firm, ImportId id) {
        return "f/" + firm.shortName() + "/imports/" + id;
    }

    private TakenButton template(UserAccountId person, FirmCard firm, TableFormat format) {
        TakenFile file =
                new TakenFile(
                        desk.taking(),
                        new Taken.OfFirm(
                                person,
                                firm.shortName(),
                                Right.MANAGE_COMPANIES,
                                "import-template",
                                Map.of("format", format.extension())),
                        getTranslation("imports.template.file") + "." + format.extension(),
                        format.contentType(),
                        out -> headings(format, out));
        return new TakenButton(
                desk.stepUp(), new Button(getTranslation("export." + format.extension())), file);
    }

    private long headings(TableFormat format, OutputStream out) throws IOException {
        try (TableFile table = format.begin(out, getTranslation("imports.sheet"))) {
            table.row(desk.words().headings(getLocale()));
        }
        return 1;
    }

    private Upload drop(UserAccountId person, FirmCard firm) {
        Upload drop = new Upload();
        UI ui = UI.getCurrentOrThrow();
        drop.setUploadHandler(
                new StagedUpload(
                        imports.longestFile(),
                        (longest, from) -> desk.staging().take(person, firm.id(), longest, from),
                        new Sent(ui, person, firm)));
        drop.setMaxFiles(1);
        drop.setMaxFileSize(Math.toIntExact(imports.longestFile()));
        drop.setAcceptedFileExtensions(".csv", ".txt", ".xlsx");
        drop.setI18n(ComponentTexts.upload(drop));
        drop.setDropLabel(new Span(getTranslation("imports.drop")));
        drop.setDropLabelIcon(Sign.DEPOSIT.draw());
        drop.addFileRejectedListener(refused -> Toast.refusal(refused.getErrorMessage()));
        drop.addAllFinishedListener(finished -> drop.clearFileList());
        drop.addClassName("drop");
        return drop;
    }

    /** What becomes of a list that comes in while this page is open. */
    private final class Sent implements StagedUpload.Taken {

        private static final long serialVersionUID = 1L;

        private final UI ui;
        private final UserAccountId person;
        private final FirmCard firm;

        Sent(UI ui, UserAccountId person, FirmCard firm) {
            this.ui = ui;
            this.person = person;
            this.firm = firm;
        }

        @Override
        public void file(String name, StagedFile content) {
            Thread.ofVirtual()
                    .name("import reading")
                    .start(desk.sessions().carrying(() -> read(ui, person, firm, name, content)));
        }

        @Override
        public void noRoom(String name) {
            later(ui, () -> refuse(getTranslation("upload.no-room", name)));
        }
    }

    private void read(UI ui, UserAccountId person, FirmCard firm, String name, StagedFile staged) {
        try (staged) {
            ImportId id = imports.read(person, firm.shortName(), name, staged.content());
            later(ui, () -> ui.navigate(address(firm, id)));
        } catch (ImportRefusedException refused) {
            later(ui, () -> refuse(desk.words().refusal(name, refused, getLocale())));
        } catch (RightMissingException | NoSuchCompanyException ended) {
            later(ui, () -> refuse(getTranslation("imports.no-right")));
        } catch (RuntimeException failure) {
            LOG.error("a list of companies could not be read", failure);
            later(ui, () -> refuse(getTranslation("imports.failed")));
        }
    }

    private void refuse(String why) {
        refusal.removeAll();
        refusal.add(Notice.refusal(why));
    }

    private static void later(UI ui, Command change) {
        try {
            var _ = ui.access(change);
        } catch (UIDetachedException closed) {
            LOG.debug("the page of an import was closed", closed);
        }
    }
}
