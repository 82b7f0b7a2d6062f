package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.nimbusds.jose.JOSEException;
import fr.cloisonne.app.FaultyProvider.Fault;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.federation.ClaimNames;
import fr.cloisonne.identity.federation.ClientAuthentication;
import fr.cloisonne.identity.federation.FirmProviders;
import fr.cloisonne.identity.federation.ProviderForm;
import fr.cloisonne.identity.federation.ProviderId;
import fr.cloisonne.identity.federation.SignOutWays;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.signin.NewAuthenticator;
import fr.cloisonne.identity.signin.Proving;
import fr.cloisonne.identity.signin.SecondFactors;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A firm that requires its provider, from the page to the day when the provider is down. */
class RequiredProviderIT extends InBrowser {

    private static final String HARBOUR = "/c/cabinet-littoral/900000217";
    private static final String PAGE = "/f/cabinet-littoral/providers";
    private static final String ANNE = "anne.secours@cabinet-littoral.example";
    private static final String BRUNO = "bruno.secours@cabinet-littoral.example";
    private static final FirmShortName COAST = new FirmShortName("cabinet-littoral");
    private static final String PASSWORD = "cloisonne-demonstration";

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
    void membersAreLedToTheProviderAndTheNamedEnterWithoutItOnTheDayItIsDown() throws Exception {
        Authenticator telephone = administrator(ANNE, "Anne");
        administrator(BRUNO, "Bruno");
        ProviderId id = inService();
        try (Visitor anne = Visitor.arrives(product, browser)) {
            signsIn(anne, telephone, 1);
            anne.goesTo(PAGE).sees("Fournisseur obligatoire").takesAPicture("required-off");
            anne.presses("Exiger le fournisseur").sees("Administrateurs de secours");
            for (String name : List.of("Anne Secours", "Bruno Secours")) {
                anne.page().getByLabel(name, new Page.GetByLabelOptions().setExact(true)).check();
            }
            anne.takesAPicture("required-dialog");
            anne.page()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions()
                                    .setName("Exiger le fournisseur")
                                    .setExact(true))
                    .last()
                    .click();
            // From this moment on it is asked of her too.
            anne.sees("Ce cabinet exige son fournisseur d’identité").sees("Entrer en secours");
            anne.takesAPicture("required-door");

            Caller paul = new Caller(product);
            paul.signsIn(PAUL, "");
            assertThat(paul.get(HARBOUR).statusCode()).isEqualTo(403);
            assertThat(paul.get("/f/cabinet-littoral/requests").statusCode()).isEqualTo(403);
            provider.asserts(Map.of("sub", "paul-at-work"));
            String link = signsInThere(paul, id);
            paul.signsIn(PAUL, link.substring("/sign-in".length()));
            assertThat(paul.get(HARBOUR).statusCode()).isEqualTo(200);

            // Nothing of hers is open without it: the first page says so as well.
            anne.goesTo("/").sees("Ce cabinet exige son fournisseur d’identité");
            anne.goesTo(PAGE).presses("Entrer en secours");
            anne.sees("L’accès de secours est ouvert jusqu’au").sees("Prêt");
            anne.takesAPicture("required-on");
            anne.goesTo("/mailbox").sees("Anne Secours est entré en secours");
            anne.goesTo(PAGE).presses("Refermer l’accès de secours");
            anne.sees("Entrer en secours");
        }
        try (Visitor narrow = Visitor.arrivesByTelephone(product, browser)) {
            narrow.signsIn(PAUL).sees("Ce cabinet exige son fournisseur d’identité");
            assertThat(narrow.page().getByText("Entrer en secours").count()).isZero();
            narrow.takesAPicture("narrow-required-door");
        }
    }

    private static void signsIn(Visitor anne, Authenticator telephone, int step) {
        anne.signsIn(ANNE).sees("Deuxième vérification");
        anne.page().getByLabel("Code").first().fill(telephone.code(step));
        anne.presses("Continuer").sees("Chantier naval Kermarec");
    }

    private static Authenticator administrator(String mailbox, String given) {
        UserAccounts accounts = bean(UserAccounts.class);
        FirmId firm = bean(Firms.class).byShortName(COAST).orElseThrow().id();
        UserAccountId person =
                accounts.create(
                        new EmailAddress(mailbox),
                        new PersonName(given, "Secours"),
                        Locale.FRENCH,
                        PASSWORD);
        accounts.join(person, firm);
        proven(
                paul(),
                () ->
                        bean(Granting.class)
                                .grant(
                                        paul(),
                                        person,
                                        new Scope.WholeFirm(firm),
                                        Profile.ADMINISTRATOR));
        List<Authenticator> told = new ArrayList<>();
        proven(
                person,
                () -> {
                    NewAuthenticator made = bean(SecondFactors.class).prepare(person);
                    told.add(Authenticator.told(made.text()));
                    assertThat(bean(SecondFactors.class).add(person, made, told.getFirst().code(0)))
                            .isPresent();
                });
        return told.getFirst();
    }

    private static ProviderId inService() throws Exception {
        var form =
                new ProviderForm(
                        provider.issuer(),
                        "Connexion du Littoral",
                        FaultyProvider.CLIENT,
                        FaultyProvider.SECRET,
                        ClientAuthentication.POST,
                        List.of("openid"),
                        "",
                        true,
                        ClaimNames.STANDARD,
                        SignOutWays.USUAL,
                        0);
        FirmProviders providers = bean(FirmProviders.class);
        List<ProviderId> added = new ArrayList<>();
        proven(paul(), () -> added.add(providers.add(paul(), COAST, form)));
        ProviderId id = added.getFirst();
        Caller paul = new Caller(product);
        paul.signsIn(PAUL, "");
        paul.follows(answer(paul, id, "/oauth2/try/cabinet-littoral/" + id));
        proven(paul(), () -> providers.switchOn(paul(), COAST, id, 0));
        return id;
    }

    private static String signsInThere(Caller caller, ProviderId id) throws Exception {
        return caller.follows(answer(caller, id, "/oauth2/authorization/" + id));
    }

    private static String answer(Caller caller, ProviderId id, String start) throws Exception {
        Map<String, String> asked = caller.isAsked(start);
        provider.answers(Fault.NONE, asked.getOrDefault("nonce", ""));
        return "/login/oauth2/code/%s?code=c&state=%s&iss=%s"
                .formatted(id, asked.get("state"), provider.issuer());
    }

    private static void proven(UserAccountId person, Runnable act) {
        bean(Proving.class).during(person, PASSWORD, act);
    }

    private static UserAccountId paul() {
        return bean(UserAccounts.class).byKey(PAUL).orElseThrow();
    }

    private static <T> T bean(Class<T> type) {
        return product.context().getBean(type);
    }
}
