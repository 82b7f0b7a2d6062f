package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A firm's own provider: added in the page, tried, switched on, and what it may vouch for. */
class FirmProvidersIT extends InBrowser {

    private static final String HARBOUR = "/c/cabinet-littoral/900000217";
    private static final String ACCOUNT = "/account/identities";
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

    @AfterEach
    void takesItAway() {
        proven(() ->
                firmProviders()
                        .of(paul(), COAST)
                        .forEach(one -> firmProviders().remove(paul(), COAST, one.id())));
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

            provider.answers(Fault.SECRET_WRONG, "");
            visitor.page().getByText("S’identifier chez").click();
            visitor.sees("Le fournisseur refuse l’identifiant ou le secret de Cloisonné");
            visitor.takesAPicture("provider-try-refused");
            provider.answers(Fault.NONE, "");
        }
    }

    @Test
    void aKeyTakesTheSecretsPlaceAndItsRefusalIsNamed() throws Exception {
        try (FaultyProvider keyed = new FaultyProvider();
                Visitor visitor = Visitor.arrives(product, browser)) {
            keyed.readsKeysAt(product.url("/oauth2/jwks"));
            visitor.signsIn(PAUL).sees("Chantier naval Kermarec");
            visitor.goesTo("/f/cabinet-littoral/providers").presses("Ajouter un fournisseur");
            fills(visitor, "Adresse du fournisseur", keyed.issuer());
            fills(visitor, "Nom affiché", "Connexion à clé");
            fills(visitor, "Identifiant client", FaultyProvider.CLIENT);
            visitor.takesAPicture("provider-secret");
            visitor.page().locator("vaadin-dialog vaadin-select").click();
            visitor.page()
                    .getByRole(
                            AriaRole.OPTION,
                            new Page.GetByRoleOptions()
                                    .setName("Clé de signature (private_key_jwt)"))
                    .click();
            String address =
                    visitor.page().getByLabel("Adresse de nos clés publiques").first().inputValue();
            visitor.takesAPicture("provider-key");
            visitor.presses("Enregistrer").sees("À essayer").takesAPicture("provider-keyed");
            ProviderId id = asked(() -> firmProviders().of(paul(), COAST).getFirst().id());

            triesInThePage(visitor, keyed, id);
            visitor.sees("private_key_jwt, ES256").sees("refuse la preuve signée de Cloisonné");
            visitor.takesAPicture("provider-key-refused");
            keyed.readsKeysAt(address);
            triesInThePage(visitor, keyed, id);
            visitor.sees("le fournisseur peut être mis en service");
        }
    }

    private static void triesInThePage(Visitor visitor, FaultyProvider at, ProviderId id) {
        at.answers(Fault.USERINFO_PLAIN, "");
        visitor.goesTo("/f/cabinet-littoral/providers/" + id + "/try").sees("Clés de signature");
        visitor.page().locator("a[href^='/oauth2/try/']").first().click();
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
    }

    @Test
    void aNewColleagueOfAProvenDomainComesInAndAStrangerAsks() throws Exception {
        provider.asserts(newcomer("nadia", "nadia@cabinet-littoral.example"));
        ProviderId id = inService();
        try (Visitor paul = Visitor.arrives(product, browser)) {
            paul.signsIn(PAUL).sees("Chantier naval Kermarec");
            paul.goesTo("/f/cabinet-littoral/domains").presses("Ajouter un domaine");
            paul.page()
                    .locator("vaadin-dialog vaadin-text-field input")
                    .fill("cabinet-littoral.example");
            inTheDialog(paul, "Ajouter un domaine");
            paul.presses("Vérifier maintenant").sees("Enregistrement DNS");
            paul.takesAPicture("domains");
            product.writes("UPDATE platform.mail_domain SET missing_since = now()");
            paul.goesTo("/f/cabinet-littoral/domains").sees("La preuve a disparu de la zone DNS");
            paul.takesAPicture("domain-missing");
            try (Visitor narrow = Visitor.arrivesByTelephone(product, browser)) {
                narrow.signsIn(PAUL).sees("Chantier naval Kermarec");
                narrow.goesTo("/f/cabinet-littoral/domains").sees("La preuve a disparu");
                narrow.takesAPicture("narrow-domain-missing");
            }
            paul.presses("Vérifier maintenant").sees("ce domaine est au cabinet.");
            asksAnOperator(paul);
            paul.goesTo("/f/cabinet-littoral/providers/" + id + "/rights").sees("Aucun groupe");
            paul.takesAPicture("claims-none");
            givesByAClaim(paul);
        }
        try (Visitor nadia = Visitor.arrives(product, browser)) {
            nadia.goesTo("/sign-in").sees("Mot de passe");
            fills(nadia, "Adresse électronique", "nobody-knows@cabinet-littoral.example");
            nadia.sees("Votre cabinet vous identifie").takesAPicture("realm");
            nadia.page().getByText("S’identifier avec Connexion du Littoral").click();
            nadia.sees("sans aucun droit pour l’instant").takesAPicture("newcomer");
        }
        Map<String, Object> atThePort =
                new HashMap<>(newcomer("nadia", "nadia@cabinet-littoral.example"));
        atThePort.put("realm_access", Map.of("roles", List.of("port")));
        provider.asserts(atThePort);
        try (Visitor nadia = Visitor.arrives(product, browser)) {
            nadia.goesTo("/oauth2/authorization/" + id).sees("Chantier naval Kermarec");
        }
        provider.asserts(newcomer("stranger", CLAIRE));
        try (Visitor stranger = Visitor.arrives(product, browser)) {
            stranger.goesTo("/oauth2/authorization/" + id).sees("Relier votre identité");
            stranger.presses("Demander à rejoindre le cabinet").sees("Votre demande est transmise");
            stranger.takesAPicture("join-asked");
        }
        try (Visitor paul = Visitor.arrives(product, browser)) {
            paul.signsIn(PAUL).sees("Chantier naval Kermarec");
            paul.goesTo("/f/cabinet-littoral/attachments").sees("Présentés par votre fournisseur");
            paul.takesAPicture("join-waiting");
        }
    }

    /** Whoever does not prove themselves after all keeps what they have written. */
    private static void asksAnOperator(Visitor paul) {
        paul.presses("Ajouter un domaine");
        paul.page().locator("vaadin-dialog vaadin-text-field input").fill("x.sans-preuve.example");
        inTheDialog(paul, "Ajouter un domaine");
        paul.sees("x.sans-preuve.example").presses("Fournir un justificatif");
        Locator words = paul.page().locator("vaadin-dialog textarea");
        words.fill("Facture du bureau d’enregistrement");
        product.forgetsProofs();
        inTheDialog(paul, "Demander l’examen");
        Locator cancel =
                paul.page()
                        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Annuler"));
        paul.sees("Mot de passe");
        cancel.last().click();
        assertThat(words.inputValue()).isEqualTo("Facture du bureau d’enregistrement");
        inTheDialog(paul, "Demander l’examen");
        paul.page().getByLabel("Mot de passe").last().fill("cloisonne-demonstration");
        paul.presses("Confirmer").sees("Un opérateur examine votre justificatif");
    }

    private static void givesByAClaim(Visitor paul) {
        paul.presses("Nommer un groupe");
        fills(paul, "Attribut", "realm_access.roles");
        fills(paul, "Valeur", "port");
        inTheDialog(paul, "Nommer un groupe");
        paul.sees("realm_access.roles = port").presses("Associer un profil");
        paul.chooses("Où", "Chantier naval Kermarec").takesAPicture("claim-gives");
        inTheDialog(paul, "Associer un profil");
        paul.sees("Chantier naval Kermarec").takesAPicture("claims");
    }

    private static void inTheDialog(Visitor paul, String button) {
        paul.page()
                .locator("vaadin-dialog")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static Map<String, Object> newcomer(String sub, String email) {
        return Map.of(
                "sub",
                sub,
                "given_name",
                "Nadia",
                "family_name",
                "Le Goff",
                "email",
                email,
                "email_verified",
                true);
    }

    @Test
    void theFirmsDoorShowsItsProviderFirstAndThePageAskedForSurvivesLinking() throws Exception {
        provider.asserts(person("paul-at-work", "Paul", "Leroy"));
        ProviderId id = inService();
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            visitor.goesTo("/f/nobody-has-this").sees("Mot de passe");
            assertThat(visitor.page().content()).doesNotContain("Connexion du Littoral");
            visitor.goesTo(HARBOUR).sees("Mot de passe");
            visitor.goesTo("/f/cabinet-littoral").sees("Connexion du Littoral");
            visitor.takesAPicture("firm-door");
            visitor.page().getByText("S’identifier avec Connexion du Littoral").click();
            visitor.sees("Relier votre identité");
            visitor.page().getByLabel("Adresse électronique").first().fill(PAUL);
            visitor.page().getByLabel("Mot de passe").first().fill("cloisonne-demonstration");
            visitor.presses("Se connecter").sees("Chantier naval Kermarec");
            assertThat(visitor.page().url()).contains(HARBOUR);
        }
        // Known now: no password, and still the page that was asked for.
        Caller again = new Caller(product);
        again.get(HARBOUR);
        assertThat(again.follows("/f/cabinet-littoral")).isEqualTo("/sign-in");
        assertThat(signsIn(again, id, "")).contains(HARBOUR);
    }

    @Test
    void aHostileFirmsProviderOpensNothingOfAnotherFirmNorTheAccount() throws Exception {
        provider.asserts(person("claire-as-we-say", "Claire", "Martin"));
        ProviderId id = inService();
        Caller claire = new Caller(product);
        String link = signsIn(claire, id, "");
        assertThat(link).startsWith("/sign-in?link=");
        claire.signsIn(CLAIRE, link.substring("/sign-in".length()));
        try (Visitor hostile = Visitor.arrives(product, browser)) {
            hostile.goesTo("/oauth2/authorization/" + id).sees("Aucun client pour l’instant");
            hostile.goesTo(GARAGE).sees("Une autre preuve est nécessaire");
            hostile.takesAPicture("other-way");
            assertThat(hostile.page().content()).doesNotContain("Garage Pelletier");
            for (String page :
                    List.of("/f/cabinet-alpes/habilitations", "/f/no-such-firm/audit", ACCOUNT)) {
                hostile.goesTo(page).sees("Une autre preuve est nécessaire");
            }
            // What only Claire knows opens what is hers.
            hostile.goesTo(GARAGE).presses("Confirmer ici qui je suis");
            hostile.page().getByLabel("Mot de passe").first().fill("cloisonne-demonstration");
            hostile.presses("Confirmer").sees("Garage Pelletier");
            hostile.goesTo(ACCOUNT).sees("Reliées à votre compte").takesAPicture("identities");
        }
        Caller hostile = new Caller(product);
        assertThat(signsIn(hostile, id, "")).isEqualTo("/");
        assertThat(hostile.get(GARAGE).statusCode()).isEqualTo(403);
        assertThat(hostile.follows("/oauth2/link/" + id)).isEqualTo(ACCOUNT + "?outcome=proof");
        proven(() -> firmProviders().remove(paul(), COAST, id));
        // With its provider, the session is worth nothing.
        assertThat(hostile.get(HARBOUR).statusCode()).isEqualTo(403);
    }

    @Test
    void anIdentityIsLinkedInsideASessionOnceProvenAndNeverTakenFromAnother() throws Exception {
        provider.asserts(person("someone", "Paul", "Leroy"));
        ProviderId id = inService();
        Caller elsewhere = new Caller(product);
        elsewhere.signsIn(PAUL, "");
        Caller paul = new Caller(product);
        paul.signsIn(PAUL, "");
        assertThat(links(paul, id)).isEqualTo(ACCOUNT + "?outcome=linked");
        assertThat(paul.get("/f/cabinet-littoral/providers").statusCode()).isEqualTo(200);
        // Whoever was in beside them, perhaps somebody else, is out.
        assertThat(elsewhere.follows("/f/cabinet-littoral/providers")).endsWith("/sign-in");

        Caller claire = new Caller(product);
        claire.signsIn(CLAIRE, "");
        assertThat(links(claire, id)).isEqualTo(ACCOUNT + "?outcome=taken");
        assertThat(claire.get(GARAGE).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void signingOutAtTheProviderEndsTheVerySessionInWhichTheLinkWasMade(boolean back)
            throws Exception {
        String sid = "there-" + back;
        provider.asserts(Map.of("sub", "linked-" + back, "sid", sid));
        ProviderId id = inService();
        Caller paul = new Caller(product);
        String link = signsIn(paul, id, "");
        paul.signsIn(PAUL, link.substring("/sign-in".length()));
        assertThat(paul.get(HARBOUR).statusCode()).isEqualTo(200);
        Caller elsewhere = new Caller(product);
        elsewhere.signsIn(PAUL, "");

        int answer =
                back
                        ? elsewhere
                                .post(
                                        "/logout/connect/back-channel/" + id,
                                        Map.of("logout_token", provider.logoutToken(sid)))
                                .statusCode()
                        : elsewhere
                                .get(
                                        "/logout/connect/front-channel/%s?sid=%s&iss=%s"
                                                .formatted(id, sid, provider.issuer()))
                                .statusCode();
        assertThat(answer).isEqualTo(200);
        assertThat(paul.follows(HARBOUR)).endsWith("/sign-in");
        // A session that knew nothing of the provider stays.
        assertThat(elsewhere.get(HARBOUR).statusCode()).isEqualTo(200);
    }

    @Test
    void anAddressThatIsKnownHereLinksNothingByItself() throws Exception {
        provider.asserts(Map.of("sub", "trojan", "email", CLAIRE, "email_verified", true));
        ProviderId id = inService();
        Caller trojan = new Caller(product);
        String link = signsIn(trojan, id, "");
        assertThat(link).startsWith("/sign-in?link=");
        assertThat(trojan.follows(GARAGE)).endsWith("/sign-in");
        // Another account's password links it to that account, and to no other.
        trojan.signsIn(AMINA, link.substring("/sign-in".length()));
        assertThat(trojan.get(GARAGE).statusCode()).isEqualTo(404);
    }

    @Test
    void aPortalsTileStartsASignInAndLeadsToPagesOfOursAlone() throws Exception {
        provider.asserts(person("tile", "Paul", "Leroy"));
        ProviderId id = inService();
        Caller paul = new Caller(product);
        String link = signsIn(paul, id, "");
        paul.signsIn(PAUL, link.substring("/sign-in".length()));
        String initiate = "/oauth2/initiate/" + id + "?login_hint=paul%40x&iss=";
        assertThat(new Caller(product).follows(initiate + "https://autre.example"))
                .isEqualTo("/sign-in?error=provider-unknown");
        for (String target : List.of("https://evil.example/", product.url(".evil.example/"))) {
            Caller person = new Caller(product);
            String start =
                    person.follows(initiate + provider.issuer() + "&target_link_uri=" + target);
            assertThat(signsIn(person, id, start)).isEqualTo("/");
        }
        Caller person = new Caller(product);
        String start =
                person.follows(
                        initiate + provider.issuer() + "&target_link_uri=" + product.url(HARBOUR));
        assertThat(start).contains("login_hint=paul");
        assertThat(person.isAsked(start)).containsEntry("login_hint", "paul@x");
        assertThat(signsIn(person, id, start)).isEqualTo(HARBOUR);
    }

    private static Map<String, Object> person(String sub, String given, String family) {
        return Map.of(
                "sub", sub, "given_name", given, "family_name", family, "email", "x@x.example");
    }

    /** A provider that has been tried and switched on. */
    private static ProviderId inService() throws Exception {
        ProviderId id = added(provider.issuer());
        Caller paul = new Caller(product);
        paul.signsIn(PAUL, "");
        paul.follows(tries(paul, id, Fault.NONE));
        proven(() -> firmProviders().switchOn(paul(), COAST, id, 0));
        return id;
    }

    private static String signsIn(Caller caller, ProviderId id, String start) throws Exception {
        Map<String, String> asked =
                caller.isAsked(start.isEmpty() ? "/oauth2/authorization/" + id : start);
        provider.answers(Fault.NONE, asked.getOrDefault("nonce", ""));
        return caller.follows(answer(id, asked));
    }

    private static String links(Caller caller, ProviderId id) throws Exception {
        return signsIn(caller, id, caller.follows("/oauth2/link/" + id));
    }

    private static boolean sheet(ProviderId id) {
        return asked(() -> firmProviders().get(paul(), COAST, id).tried());
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
                        new SignOutWays(true, true, true),
                        0);
        return asked(() -> firmProviders().add(paul(), COAST, form));
    }

    private static void proven(Runnable act) {
        product.context().getBean(Proving.class).during(paul(), "cloisonne-demonstration", act);
    }

    private static <T> T asked(Supplier<T> question) {
        List<T> answers = new ArrayList<>();
        proven(() -> answers.add(question.get()));
        return answers.getFirst();
    }

    private static FirmProviders firmProviders() {
        return product.context().getBean(FirmProviders.class);
    }

    private static UserAccountId paul() {
        return product.context().getBean(UserAccounts.class).byKey(PAUL).orElseThrow();
    }

    private static void fills(Visitor visitor, String field, String text) {
        Locator input = visitor.page().getByLabel(field).first();
        input.fill(text);
        input.blur();
    }
}
