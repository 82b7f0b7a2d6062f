package fr.cloisonne.app;

import com.microsoft.playwright.Page;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.registration.Operators;

/**
 * How somebody of the demonstration becomes an operator, with the second factor that this takes.
 */
final class OperatorJourney {

    private OperatorJourney() {}

    static void becomes(RunningProduct product, Visitor visitor, String mailbox) {
        visitor.signsIn(mailbox);
        visitor.page().waitForURL(product.url("/"));
        visitor.goesTo("/account/security").presses("Ajouter une application");
        visitor.page().getByText("Entrer la clé à la main").click();
        var telephone = Authenticator.told(visitor.page().locator(".mono").innerText());
        visitor.page()
                .getByLabel("Code à six chiffres", new Page.GetByLabelOptions().setExact(true))
                .locator("visible=true")
                .first()
                .fill(telephone.code(0));
        visitor.presses("Activer").sees("Vos codes de secours").presses("Je les ai gardés");
        visitor.sees("Il vous reste 10 codes de secours");
        Operators operators = product.context().getBean(Operators.class);
        EmailAddress email = new EmailAddress(mailbox);
        operators.join(
                operators.invite(email),
                product.context().getBean(UserAccounts.class).byKey(email.key()).orElseThrow(),
                email);
    }
}
