package fr.cloisonne.ui.audit;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditEntry;
import fr.cloisonne.identity.audit.InPlaceReading;
import fr.cloisonne.identity.audit.InPlaceSpan;
import fr.cloisonne.identity.habilitation.CompanyDoor;
import fr.cloisonne.identity.habilitation.DelegationId;
import fr.cloisonne.identity.habilitation.RightMissingException;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.ui.shell.AddressedId;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Page;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** All that a substitute did in the reader's place, firm and companies one after the other. */
@Route(value = "absence/:id", layout = MainLayout.class)
@PermitAll
public class InPlaceReportView extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private final Reader reader;
    private final InPlaceReading reading;
    private final CompanyDoor door;
    private final Sentences sentences;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    public InPlaceReportView(
            Reader reader,
            InPlaceReading reading,
            CompanyDoor door,
            Sentences sentences,
            Formats formats) {
        this.reader = reader;
        this.reading = reading;
        this.door = door;
        this.sentences = sentences;
        this.formats = formats;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        DelegationId delegation = new DelegationId(AddressedId.of(event));
        UserAccountId person = reader.person();
        InPlaceSpan span = reading.span(person, delegation).orElseThrow(NotFoundException::new);
        removeAll();
        head(
                getTranslation("title.report-absence"),
                getTranslation(
                        "absence.report.intro",
                        span.substitute().name().display(),
                        formats.day(span.first()),
                        formats.day(span.last())),
                new Anchor("absence", getTranslation("absence.back")));
        boolean any = show(person, delegation, span);
        if (!any) {
            add(
                    nothing(
                            getTranslation("absence.report.empty"),
                            getTranslation("absence.report.empty.next")));
        }
    }

    private boolean show(UserAccountId person, DelegationId delegation, InPlaceSpan span) {
        boolean any =
                show(
                        span.firmCard().legalName(),
                        (before, limit) -> reading.inFirm(person, delegation, before, limit));
        for (ClientCompanyCard company : reading.companies(person, delegation)) {
            any |=
                    show(
                            company.legalName(),
                            (before, limit) ->
                                    door.enter(
                                            person,
                                            company.path(),
                                            () -> consulted(delegation, before, limit)));
        }
        return any;
    }

    /** Where the reader may no longer consult, nothing is shown. */
    private List<AuditEntry> consulted(DelegationId delegation, long before, int limit) {
        try {
            return reading.inCompany(delegation, before, limit);
        } catch (RightMissingException gone) {
            return List.of();
        }
    }

    private boolean show(String title, AuditLines.OneChain source) {
        boolean any = !source.before(Long.MAX_VALUE, 1).isEmpty();
        if (any) {
            block(title, new AuditLines(source, sentences, formats));
        }
        return any;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("title.report-absence") + " · Cloisonné";
    }
}
