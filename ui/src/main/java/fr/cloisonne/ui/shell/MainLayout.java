package fr.cloisonne.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import fr.cloisonne.identity.appointment.AppointmentNotice;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.OtherWayNeededException;
import fr.cloisonne.identity.habilitation.SeeingAs;
import fr.cloisonne.identity.habilitation.StandingIn;
import fr.cloisonne.identity.membership.RequestList;
import fr.cloisonne.identity.recovery.FactorRecoveries;
import fr.cloisonne.identity.registration.Operators;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The frame of every page: the menu, and a header that always says whose client one is in. */
@PermitAll
public class MainLayout extends AppLayout implements BeforeEnterObserver, AfterNavigationObserver {

    private final Reader reader;
    private final Habilitations habilitations;
    private final transient Operators operators;
    private final transient RequestList requests;
    private final FactorStop stop;
    private final ClientSwitcher switcher = new ClientSwitcher();
    private final Menu menu = new Menu();
    private final StandInBanner banner;
    private final SeeingBanner seeingBanner;
    private final AppointmentBanner appointmentBanner;
    private final RecoveryBanner recoveryBanner;
    private final Div frame = new Div();

    /** The frame; Spring makes one for each tab. */
    public MainLayout(
            Reader reader,
            Habilitations habilitations,
            Operators operators,
            RequestList requests,
            StandingIn standingIn,
            SeeingAs seeing,
            AppointmentNotice appointments,
            FactorRecoveries recoveries,
            FactorStop stop,
            Formats formats) {
        this.requests = requests;
        this.reader = reader;
        this.habilitations = habilitations;
        this.operators = operators;
        this.stop = stop;
        this.banner = new StandInBanner(standingIn, formats);
        this.seeingBanner = new SeeingBanner(seeing);
        this.appointmentBanner = new AppointmentBanner(appointments, formats);
        this.recoveryBanner = new RecoveryBanner(recoveries, formats);
        AppLayoutI18n words = new AppLayoutI18n();
        words.setDrawer(getTranslation("menu.label"));
        setI18n(words);
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("menu.toggle"));
        Div filler = new Div();
        filler.addClassName("filler");
        Header header = new Header(toggle, brand(), switcher, filler, new PersonMenu(reader));
        header.addClassName("bar");
        addToNavbar(header);
        addToDrawer(menu);
    }

    static Anchor brand() {
        Image mark = new Image("icons/mark.svg", "");
        Anchor brand = new Anchor("", mark, new Span("Cloisonné"));
        brand.addClassName("brand");
        return brand;
    }

    /** Between the header and the page lies what must be seen with every page. */
    @Override
    public void setContent(@Nullable Component page) {
        frame.removeAll();
        frame.add(recoveryBanner, seeingBanner, appointmentBanner, banner);
        if (page != null) {
            frame.add(page);
        }
        super.setContent(frame);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (stop.stops(reader.person(), event.getLocation())) {
            event.forwardTo(FactorStop.PAGE);
        } else if (MenuPlace.isFirst(event.getLocation().getPath())
                && !stop.hasOthers(reader.person())) {
            // Nothing is open to this session: the firm's provider is what is missing.
            habilitations.askingForProvider(reader.person()).stream()
                    .findFirst()
                    .ifPresent(firm ->
                            event.rerouteToError(
                                    OtherWayNeededException.onlyByProviderOf(firm.shortName()),
                                    ""));
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String location = event.getLocation().getPath();
        List<ClientCompanyCard> companies = habilitations.clientCompaniesOf(reader.person());
        switcher.show(companies, location);
        menu.show(
                reader.person(),
                habilitations,
                requests,
                operators.contains(reader.person()),
                location);
        recoveryBanner.show(reader.person());
        if (seeingBanner.show(reader.person())) {
            banner.setVisible(false);
            appointmentBanner.setVisible(false);
        } else {
            appointmentBanner.show(reader.person());
            banner.show(
                    reader.person(),
                    event.getActiveChain().getFirst(),
                    location,
                    location.startsWith("f/") ? habilitations.firmsOf(reader.person()) : List.of());
        }
    }
}
