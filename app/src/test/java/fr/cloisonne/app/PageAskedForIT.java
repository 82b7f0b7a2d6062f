package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.app.FaultyProvider.Fault;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.account.AccountOpening;
import fr.cloisonne.identity.account.ActivationId;
import fr.cloisonne.identity.account.Activations;
import fr.cloisonne.identity.federation.ClaimNames;
import fr.cloisonne.identity.federation.ClientAuthentication;
import fr.cloisonne.identity.federation.FirmProviders;
import fr.cloisonne.identity.federation.ProviderForm;
import fr.cloisonne.identity.federation.ProviderId;
import fr.cloisonne.identity.federation.SignInOptions;
import fr.cloisonne.identity.federation.SignOutWays;
import fr.cloisonne.identity.maildomain.MailDomains;
import fr.cloisonne.identity.signin.Destination;
import fr.cloisonne.identity.signin.NewAuthenticator;
import fr.cloisonne.identity.signin.Proving;
import fr.cloisonne.identity.signin.SecondFactors;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The page that was asked for, and with it the client, by every way in and in every order. */
class PageAskedForIT {

    private static final String PAGE = "/c/cabinet-littoral/900000217/invoices?q=%C3%A9&sort=date";
    private static final FirmShortName COAST = new FirmShortName("cabinet-littoral");
    private static final String PASSWORD = "quatre gros hérissons gris";

    private static FaultyProvider provider;
    private static RunningProduct product;
    private static ProviderId id;

    /** How the page comes to be asked for. */
    enum Start {
        DEEP_LINK,
        PORTAL,
        ACTIVATION_ELSEWHERE
    }

    /** How the person shows who they are. */
    enum Way {
        PASSWORD,
        KNOWN_IDENTITY,
        FIRST_LINKING,
        HOME_REALM,
        /** Through the provider, and there given up for the password. */
        PROVIDER_THEN_PASSWORD
    }

    @BeforeAll
    static void start() throws Exception {
        provider = new FaultyProvider();
        product = RunningProduct.start();
        proven(PageAskedForIT::hasItsDomain);
        id = inService();
    }

    private static void hasItsDomain() {
        var domains = bean(MailDomains.class);
        domains.prove(paul(), COAST, domains.claim(paul(), COAST, "cabinet-littoral.example"));
    }

    private static ProviderId inService() throws Exception {
        var form =
                new ProviderForm(
                        provider.issuer(),
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
        var providers = bean(FirmProviders.class);
        List<ProviderId> added = new ArrayList<>();
        proven(() -> added.add(providers.add(paul(), COAST, form)));
        ProviderId id = added.getFirst();
        Caller paul = new Caller(product);
        paul.signsIn(InBrowser.PAUL, "");
        paul.follows(answer(id, paul.isAsked("/oauth2/try/cabinet-littoral/" + id)));
        proven(() -> providers.switchOn(paul(), COAST, id, 0));
        return id;
    }

    private static void proven(Runnable act) {
        bean(Proving.class).during(paul(), "cloisonne-demonstration", act);
    }

    private static UserAccountId paul() {
        return bean(UserAccounts.class).byKey(InBrowser.PAUL).orElseThrow();
    }

    private static <T> T bean(Class<T> type) {
        return product.context().getBean(type);
    }

    @AfterAll
    static void stop() throws IOException {
        product.close();
        provider.close();
    }

    static Stream<Arguments> orders() {
        List<Arguments> all = new ArrayList<>();
        for (Start start : Start.values()) {
            for (Way way : Way.values()) {
                all.add(Arguments.of(start, way, false));
                all.add(Arguments.of(start, way, true));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void isWhereEverySignInEnds(Start start, Way way, boolean secondFactor) throws Exception {
        Person person = new Person(UUID.randomUUID() + "@cabinet-littoral.example");
        String afterwards = person.activatesAccount();
        provider.asserts(
                Map.of("sub", person.mailbox.key(), "given_name", "Zoé", "family_name", "L"));
        if (way == Way.KNOWN_IDENTITY || way == Way.HOME_REALM) {
            Caller before = new Caller(product);
            assertThat(person.password(before, query(throughTheProvider(before)))).isEqualTo("/");
        }
        if (secondFactor) {
            person.protectsAccount();
        }
        Caller caller = new Caller(product);
        begins(start, caller, afterwards);
        String next =
                switch (way) {
                    case PASSWORD -> person.password(caller, "");
                    case KNOWN_IDENTITY -> throughTheProvider(caller);
                    case HOME_REALM -> throughTheProvider(caller, person.offered());
                    case FIRST_LINKING ->
                            person.password(caller, query(throughTheProvider(caller)));
                    case PROVIDER_THEN_PASSWORD -> {
                        throughTheProvider(caller);
                        yield person.password(caller, "");
                    }
                };
        if (secondFactor) {
            assertThat(next).isEqualTo("/sign-in/second");
            next = person.code(caller);
        }
        assertThat(next.replaceFirst("&continue$", "")).isEqualTo(PAGE);
    }

    private static void begins(Start start, Caller caller, String afterwards) throws Exception {
        switch (start) {
            case DEEP_LINK -> assertThat(caller.follows(PAGE)).endsWith("/sign-in");
            case PORTAL ->
                    caller.follows(
                            "/oauth2/initiate/%s?iss=%s&target_link_uri=%s"
                                    .formatted(
                                            id,
                                            provider.issuer(),
                                            Caller.encoded(product.url(PAGE))));
            case ACTIVATION_ELSEWHERE ->
                    assertThat(caller.get("/sign-in" + afterwards).statusCode()).isEqualTo(200);
        }
    }

    private static String throughTheProvider(Caller caller) throws Exception {
        return throughTheProvider(caller, "/oauth2/authorization/" + id);
    }

    private static String throughTheProvider(Caller caller, String start) throws Exception {
        return caller.follows(answer(id, caller.isAsked(start)));
    }

    private static String answer(ProviderId id, Map<String, String> asked) {
        provider.answers(Fault.NONE, asked.getOrDefault("nonce", ""));
        return "/login/oauth2/code/%s?code=c&state=%s&iss=%s"
                .formatted(id, asked.get("state"), provider.issuer());
    }

    private static String query(String link) {
        assertThat(link).startsWith("/sign-in?link=");
        return link.substring("/sign-in".length());
    }

    /** Somebody whose account is new. */
    private static final class Person {

        private final EmailAddress mailbox;
        private @Nullable UserAccountId account;
        private @Nullable Authenticator telephone;

        Person(String mailbox) {
            this.mailbox = new EmailAddress(mailbox);
        }

        /** By a mail that was asked for on the way to the page; gives where its page leads on. */
        String activatesAccount() {
            Activations activations = bean(Activations.class);
            AccountOpening opening = bean(AccountOpening.class);
            var name = new PersonName("Zoé", "Lefèvre");
            ActivationId asked = activations.open("TEST", mailbox, name, Locale.FRENCH);
            activations.leadTo(asked, Destination.tryParse(PAGE).orElseThrow());
            var link = (Activations.Message.Link) activations.mintLink(asked).orElseThrow();
            String page = Objects.requireNonNull(opening.offer(link.secret()).page());
            account = opening.use(link.secret(), PASSWORD);
            return Destination.parameter(page);
        }

        void protectsAccount() {
            UserAccountId person = Objects.requireNonNull(account);
            bean(Proving.class).during(person, PASSWORD, () -> addsApplication(person));
        }

        private void addsApplication(UserAccountId person) {
            SecondFactors factors = bean(SecondFactors.class);
            NewAuthenticator shown = factors.prepare(person);
            telephone = Authenticator.told(shown.text());
            assertThat(factors.add(person, shown, telephone.code(0))).isPresent();
        }

        /** The provider that the sign-in page offers once the address is typed. */
        String offered() {
            return bean(SignInOptions.class).forAddress(mailbox.typed()).getFirst().startUrl();
        }

        String password(Caller caller, String query) throws Exception {
            return caller.target(
                    caller.post(
                            "/sign-in" + query,
                            Map.of("username", mailbox.typed(), "password", PASSWORD)));
        }

        String code(Caller caller) throws Exception {
            String code = Objects.requireNonNull(telephone).code(1);
            return caller.target(caller.post("/sign-in/second", Map.of("code", code)));
        }
    }
}
