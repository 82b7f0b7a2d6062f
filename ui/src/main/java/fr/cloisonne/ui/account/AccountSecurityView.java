package fr.cloisonne.ui.account;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.signin.AccountFactors;
import fr.cloisonne.identity.signin.SecondFactors;
import fr.cloisonne.ui.shell.FactorStop;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Page;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;

/** By what one's account is guarded: the factors are seen, added and removed here. */
@Route(value = "account/security", layout = MainLayout.class)
@PermitAll
public class AccountSecurityView extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private final Reader reader;
    private final SecondFactors factors;
    private final FactorStop stop;
    private final StepUp stepUp;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    public AccountSecurityView(
            Reader reader, SecondFactors factors, FactorStop stop, StepUp stepUp, Formats formats) {
        this.reader = reader;
        this.factors = factors;
        this.stop = stop;
        this.stepUp = stepUp;
        this.formats = formats;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void again() {
        stop.goOn(reader.person())
                .ifPresentOrElse(wanted -> getUI().ifPresent(ui -> goOn(ui, wanted)), this::show);
    }

    private static void goOn(UI ui, Location wanted) {
        ui.navigate(wanted.getPath(), wanted.getQueryParameters());
    }

    private void show() {
        fill(new FactorDesk(reader.person(), factors, stepUp, formats, this::again));
    }

    private void fill(FactorDesk desk) {
        removeAll();
        AccountFactors held = factors.of(desk.person());
        head(getTranslation("title.account-security"), getTranslation("account.intro"));
        add(
                new PasskeysBlock(desk, held.passkeys()),
                new AuthenticatorBlock(desk, held.authenticator()));
        if (held.any()) {
            block(
                    getTranslation("account.codes"),
                    new Paragraph(getTranslation("account.codes.left", held.recoveryCodes())),
                    renewal(desk));
        }
    }

    private Button renewal(FactorDesk desk) {
        return new Button(
                getTranslation("account.codes.renew"),
                press -> desk.perform(() -> desk.added(factors.renewRecoveryCodes(desk.person()))));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("title.account-security") + " · Cloisonné";
    }
}
