package fr.cloisonne.ui.company;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.DownloadHandler;
import fr.cloisonne.company.importing.CompanyImports;
import fr.cloisonne.company.importing.ImportId;
import fr.cloisonne.company.importing.ImportRefusedException;
import fr.cloisonne.company.importing.ImportSheet;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.RightMissingException;
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
import fr.cloisonne.ui.text.ComponentTexts;
import fr.cloisonne.ui.text.Formats;
import fr.cloisonne.ui.upload.StagedUpload;
import jakarta.annotation.security.PermitAll;
import java.nio.file.Path;
import java.util.List;
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
    private final ImportWords words;
    private final Formats formats;
    private final Div refusal = new Div();

    /** The page; Spring makes one for each visit. */
    public ImportsView(
            Reader reader,
            Habilitations habilitations,
            CompanyImports imports,
            ImportWords words,
            Formats formats) {
        super(reader, habilitations, "imports");
        this.imports = imports;
        this.words = words;
        this.formats = formats;
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        refusal.removeAll();
        head(getTranslation("title.imports"), getTranslation("imports.intro", firm.legalName()));
        Paragraph columns = new Paragraph(getTranslation("imports.columns", imports.mostLines()));
        columns.addClassName("quiet");
        Div template = new Div(template(TableFormat.XLSX), template(TableFormat.CSV));
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
                    new Span(words.state(one, getLocale())));
        }
        return sheet;
    }

    static String address(FirmCard firm, ImportId id) {
        return "f/" + firm.shortName() + "/imports/" + id;
    }

    private Anchor template(TableFormat format) {
        DownloadHandler download =
                event -> {
                    event.setFileName(
                            getTranslation("imports.template.file") + "." + format.extension());
                    event.setContentType(format.contentType());
                    try (TableFile table =
                            format.begin(
                                    event.getOutputStream(), getTranslation("imports.sheet"))) {
                        table.row(words.headings(getLocale()));
                    }
                };
        Anchor link = new Anchor(download, getTranslation("export." + format.extension()));
        link.addClassName("plain-act");
        return link;
    }

    private Upload drop(UserAccountId person, FirmCard firm) {
        Upload drop = new Upload();
        UI ui = UI.getCurrentOrThrow();
        drop.setUploadHandler(
                new StagedUpload(
                        imports.longestFile(),
                        (name, file) ->
                                Thread.ofVirtual()
                                        .name("import reading")
                                        .start(() -> read(ui, person, firm, name, file))));
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

    private void read(UI ui, UserAccountId person, FirmCard firm, String name, Path file) {
        try {
            ImportId id = imports.read(person, firm.shortName(), name, file);
            later(ui, () -> ui.navigate(address(firm, id)));
        } catch (ImportRefusedException refused) {
            later(ui, () -> refuse(words.refusal(name, refused, getLocale())));
        } catch (RightMissingException | NoSuchCompanyException ended) {
            later(ui, () -> refuse(getTranslation("imports.no-right")));
        } catch (RuntimeException failure) {
            LOG.error("a list of companies could not be read", failure);
            later(ui, () -> refuse(getTranslation("imports.failed")));
        } finally {
            if (!file.toFile().delete()) {
                LOG.warn("a temporary file of an import could not be deleted");
            }
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
