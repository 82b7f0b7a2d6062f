package fr.cloisonne.ui.federation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.federation.FirmProviders;
import fr.cloisonne.identity.federation.ProviderId;
import fr.cloisonne.identity.federation.ProviderRefusedException;
import fr.cloisonne.identity.federation.ProviderSheet;
import fr.cloisonne.identity.federation.TriedPerson;
import fr.cloisonne.identity.federation.TryCheck;
import fr.cloisonne.identity.federation.TryOuts;
import fr.cloisonne.identity.federation.TryReport;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.provisioning.GroupRight;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.enamel.Facts;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.enamel.Sign;
import fr.cloisonne.ui.shell.FirmPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.text.Translations;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** Tries a provider: each check with its outcome, and what would become of the person. */
@Route(value = "f/:firm/providers/:provider/try", layout = MainLayout.class)
@PermitAll
@Needs(Right.MANAGE_SIGN_IN)
public class TryOutView extends FirmPage {

    private final FirmProviders providers;
    private final TryOuts tryOuts;
    private final Translations words;
    private String provider = "";

    /** The page; Spring makes one for each visit. */
    public TryOutView(
            Reader reader,
            Habilitations habilitations,
            FirmProviders providers,
            TryOuts tryOuts,
            Translations words) {
        super(reader, habilitations, "try");
        this.providers = providers;
        this.tryOuts = tryOuts;
        this.words = words;
    }

    @Override
    protected void address(BeforeEnterEvent event) {
        provider = event.getRouteParameters().get("provider").orElse("");
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        ProviderId id = ProviderId.tryParse(provider).orElseThrow(NotFoundException::new);
        ProviderSheet sheet = sheet(person, firm, id);
        TryReport report = last(id).orElseGet(() -> tryOuts.begin(person, firm.shortName(), id));
        head(
                getTranslation("try.title", sheet.form().label()),
                getTranslation("try.intro"),
                start(firm, id, report));
        if (report.good()) {
            add(Notice.information(getTranslation("try.good")));
        }
        block(getTranslation("try.checks"), lines(report));
        TriedPerson tried = report.person();
        if (tried != null) {
            block(getTranslation("try.person"), facts(tried), effect(tried));
            block(getTranslation("try.rights"), rights(tried));
        }
        add(link(getTranslation("try.back"), "f/" + firm.shortName() + "/providers"));
    }

    private ProviderSheet sheet(UserAccountId person, FirmCard firm, ProviderId id) {
        try {
            return providers.get(person, firm.shortName(), id);
        } catch (ProviderRefusedException gone) {
            throw new NotFoundException();
        }
    }

    private Optional<TryReport> last(ProviderId id) {
        HttpSession session =
                VaadinServletRequest.getCurrent().getHttpServletRequest().getSession(false);
        return session == null ? Optional.empty() : tryOuts.last(session, id);
    }

    private Anchor start(FirmCard firm, ProviderId id, TryReport report) {
        Anchor start =
                new Anchor(
                        "/oauth2/try/" + firm.shortName() + "/" + id,
                        getTranslation(report.person() == null ? "try.start" : "try.again"));
        start.setRouterIgnore(true);
        start.addClassName("provider");
        return start;
    }

    private UnorderedList lines(TryReport report) {
        UnorderedList lines = new UnorderedList();
        lines.addClassName("lines");
        report.checks().forEach(check -> lines.add(line(check)));
        return lines;
    }

    private ListItem line(TryCheck check) {
        Span outcome = new Span(sign(check).draw());
        outcome.add(getTranslation("try.outcome." + check.outcome().name()));
        outcome.addClassNames("when", "signed-word");
        Span subject = new Span(getTranslation("try.subject." + check.subject().name()));
        Span why = new Span(detail(check));
        subject.addClassName("grow");
        why.addClassNames("quiet", "grow");
        return new ListItem(subject, why, outcome);
    }

    private static Sign sign(TryCheck check) {
        return switch (check.outcome()) {
            case GOOD -> Sign.CHECK;
            case WARNING -> Sign.WARNING;
            case BAD -> Sign.CROSS;
            case WAITING -> Sign.IN_PROGRESS;
        };
    }

    /** A code has words, or is a value that speaks for itself. */
    private String detail(TryCheck check) {
        for (String family : new String[] {"try.detail.", "signin.error."}) {
            if (words.has(family + check.detail(), getLocale())) {
                return getTranslation(family + check.detail());
            }
        }
        return check.detail();
    }

    private Facts facts(TriedPerson tried) {
        return new Facts()
                .with(getTranslation("try.name"), tried.name())
                .with(getTranslation("try.email"), tried.email())
                .with(getTranslation("try.groups"), String.join(", ", tried.groups()));
    }

    private Notice effect(TriedPerson tried) {
        return Notice.information(
                getTranslation(
                        tried.linked()
                                ? "try.effect.known"
                                : tried.admitted() ? "try.effect.admitted" : "try.effect.new"));
    }

    /** What the claims would give, as the firm's administrators have said it. */
    private Component rights(TriedPerson tried) {
        if (tried.rights().isEmpty()) {
            return new Paragraph(getTranslation("try.rights.none"));
        }
        UnorderedList given = new UnorderedList();
        given.addClassName("plain-list");
        tried.rights().stream().map(this::right).distinct().map(ListItem::new).forEach(given::add);
        return given;
    }

    private String right(GroupRight right) {
        String profile = right.profileName();
        String place = right.placeName();
        return getTranslation(
                "provisioning.gives",
                profile == null
                        ? getTranslation("profile." + right.given().profile().code())
                        : profile,
                place == null ? getTranslation("scope.whole") : place);
    }
}
