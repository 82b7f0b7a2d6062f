package fr.cloisonne.app.demonstration;

import fr.cloisonne.ui.signin.DemonstrationAccount;
import fr.cloisonne.ui.signin.DemonstrationAccounts;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Tells the sign-in page of the demonstration who there is. */
@Component
@ConditionalOnProperty("cloisonne.demonstration")
class WhoCanSignIn implements DemonstrationAccounts {

    @Override
    public List<DemonstrationAccount> all() {
        return List.of(
                account("Claire Martin", "claire.martin@cabinet-alpes.example", "administrator"),
                account("Karim Benali", "karim.benali@cabinet-alpes.example", "standard"),
                account("Sophie Durand", "sophie.durand@cabinet-alpes.example", "some"),
                account("Julien Petit", "julien.petit@cabinet-alpes.example", "reader"),
                account("Amina Diallo", "amina.diallo@cabinet-alpes.example", "none"),
                account("Paul Leroy", "paul.leroy@cabinet-littoral.example", "other"));
    }

    private static DemonstrationAccount account(String name, String email, String role) {
        return new DemonstrationAccount(name, email, Cast.PASSWORD, role);
    }
}
