package fr.cloisonne.identity.registration;

import fr.cloisonne.identity.account.AskBound;
import fr.cloisonne.tenancy.directory.CompanyDirectory;
import fr.cloisonne.tenancy.directory.DirectoryAnswer;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.Siret;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Takes registrations. It does the same whether the address or the firm is known or not: what
 * differs is said by mail, and after the mailbox is proven.
 */
@Component
@EnableConfigurationProperties(RegistrationSettings.class)
public class Registration {

    private final RegistrationSettings settings;
    private final CompanyDirectory directory;
    private final RegistrationKeeping keeping;
    private final AskBound bound;

    Registration(
            RegistrationSettings settings,
            CompanyDirectory directory,
            RegistrationKeeping keeping,
            AskBound bound) {
        this.settings = settings;
        this.directory = directory;
        this.keeping = keeping;
        this.bound = bound;
    }

    /**
     * Whether anybody may register.
     *
     * @return what is set
     */
    public boolean open() {
        return settings.effective() != SignUp.OFF;
    }

    /**
     * Registers; a mail follows, whatever is known of the address.
     *
     * @param form what the person says
     * @param language the language of the page
     * @param origin whence it comes
     * @throws SignUpOffException if nobody registers here
     * @throws CompanyRefusedException if the directory does not know the company, or as closed
     * @throws fr.cloisonne.identity.account.AskedTooOftenException if too much comes from there
     */
    public void register(RegistrationForm form, Locale language, String origin) {
        if (!open()) {
            throw new SignUpOffException();
        }
        bound.require(origin);
        keeping.keep(form, known(form.siren(), form.siret()), language);
    }

    /**
     * What the directory says of a company that may be registered.
     *
     * @param name of the company
     * @param checked whether the directory has said so
     */
    record Known(String name, boolean checked) {}

    Known known(Siren siren, @Nullable Siret siret) {
        DirectoryAnswer answer = siret == null ? directory.find(siren) : directory.find(siret);
        return switch (answer) {
            case DirectoryAnswer.Unknown unknown -> throw new CompanyRefusedException(false);
            case DirectoryAnswer.Found found when !found.entry().active() ->
                    throw new CompanyRefusedException(true);
            case DirectoryAnswer.Found found -> new Known(found.entry().name(), true);
            // An operator looks at it by hand: nobody is turned away for a service that is down.
            case DirectoryAnswer.Unavailable away -> new Known("SIREN " + siren.formatted(), false);
        };
    }
}
