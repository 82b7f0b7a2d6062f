package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.nimbusds.jose.JOSEException;
import fr.cloisonne.app.FaultyProvider.Fault;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.federation.ClaimNames;
import fr.cloisonne.identity.federation.ClientAuthentication;
import fr.cloisonne.identity.federation.FirmProviders;
import fr.cloisonne.identity.federation.ProviderForm;
import fr.cloisonne.identity.federation.ProviderId;
import fr.cloisonne.identity.federation.SignOutWays;
import fr.cloisonne.identity.signin.Proving;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A firm's own provider: added in the page, tried, switched on, and what it may vouch for. */
class FirmProvidersIT extends InBrowser {

    private static final FirmShortName COAST = new FirmShortName("cabinet-littoral");
    private static FaultyProvider provider;

    @BeforeAll
    static void hosts() throws IOException, JOSEException {
        provider = new FaultyProvider();
    }

    @AfterAll
    static void leaves() {
        provider.close();
    }

    @Test
    void isAddedTriedAndSwitchedOnInThePage() {
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            visitor.signsIn(CLAIRE).sees("Boulangerie du Lac");
            visitor.goesTo("/f/cabinet-alpes/providers").sees("Aucun fournisseur");
            visitor.takesAPicture("providers-none").presses("Ajouter un fournisseur");
            fills(visitor, "Adresse du fournisseur", "https://10.0.0.1");
            fills(visitor, "Nom affiché", "Connexion des Alpes");
            fills(visitor, "Identifiant client", FaultyProvider.CLIENT);
            fills(visitor, "Secret client", FaultyProvider.SECRET);
            visitor.presses("Enregistrer").sees("il faut une adresse https publique");
            visitor.takesAPicture("provider-add");
            fills(visitor, "Adresse du fournisseur", provider.issuer());
            visitor.presses("Enregistrer").sees("À essayer").takesAPicture("providers");

            visitor.page().getByText("Essayer", new Page.GetByTextOptions().setExact(true)).click();
            visitor.sees("Clés de signature").sees("À l’identification");
            String ready = visitor.page().getByText("S’identifier chez").getAttribute("href");
            assertThat(ready).startsWith("/oauth2/try/cabinet-alpes/");
            visitor.takesAPicture("provider-try");
        }
    }

    @Test
    void aTryOutShowsEachCheckAndOpensAndLinksNothing() throws Exception {
        ProviderId id = added(provider.issuer());
        Caller paul = new Caller(product);
        paul.signsIn(PAUL, "");

        String answer = tries(paul, id, Fault.SIGNATURE);
        assertThat(paul.follows(answer)).endsWith("/providers/" + id + "/try");
        assertThat(sheet(id)).isFalse();

        provider.asserts(
                Map.of(
                        "sub", "a-sub",
                        "given_name", "Anne",
                        "family_name", "Essai",
                        "email", CLAIRE,
                        "groups", List.of("compta")));
        answer = tries(paul, id, Fault.NONE);
        // In another browser it is nobody's answer, and here it serves once.
        assertThat(new Caller(product).follows(answer)).startsWith("/sign-in?error=");
        assertThat(paul.follows(answer)).endsWith("/providers/" + id + "/try");
        assertThat(sheet(id)).isTrue();
        assertThat(paul.follows(answer)).startsWith("/sign-in?error=");
        // Still Paul, and the identity is nobody's.
        assertThat(paul.get("/f/cabinet-littoral/providers").statusCode()).isEqualTo(200);
        assertThat(paul.get("/f/cabinet-alpes/providers").statusCode()).isEqualTo(404);
        proven(() -> firmProviders().remove(paul(), COAST, id));
    }

    private static boolean sheet(ProviderId id) {
        return firmProviders().get(paul(), COAST, id).tried();
    }

    private static String tries(Caller caller, ProviderId id, Fault fault) throws Exception {
        Map<String, String> asked = caller.isAsked("/oauth2/try/cabinet-littoral/" + id);
        provider.answers(fault, asked.getOrDefault("nonce", ""));
        return answer(id, asked);
    }

    private static String answer(ProviderId id, Map<String, String> asked) {
        return "/login/oauth2/code/%s?code=c&state=%s&iss=%s"
                .formatted(id, asked.get("state"), provider.issuer());
    }

    private static ProviderId added(String issuer) {
        var form =
                new ProviderForm(
                        issuer,
                        "Connexion du Littoral",
                        FaultyProvider.CLIENT,
                        FaultyProvider.SECRET,
                        ClientAuthentication.POST,
                        List.of("openid", "profile", "email"),
                        "",
                        true,
                        ClaimNames.STANDARD,
                        SignOutWays.USUAL,
                        0);
        List<ProviderId> added = new ArrayList<>();
        proven(() -> added.add(firmProviders().add(paul(), COAST, form)));
        return added.getFirst();
    }

    private static void proven(Runnable act) {
        product.context().getBean(Proving.class).during(paul(), "cloisonne-demonstration", act);
    }

    private static FirmProviders firmProviders() {
        return product.context().getBean(FirmProviders.class);
    }

    private static UserAccountId paul() {
        return product.context().getBean(UserAccounts.class).credentials(PAUL).orElseThrow().id();
    }

    private static void fills(Visitor visitor, String field, String text) {
        Locator input = visitor.page().getByLabel(field).first();
        input.fill(text);
        input.blur();
    }
}
