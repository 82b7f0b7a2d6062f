package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.registration.FirmNaming;
import fr.cloisonne.identity.signin.Proving;
import fr.cloisonne.tenancy.value.FirmShortName;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.context.WebApplicationContext;

/**
 * Every address inside a company or a firm, as the routes list them, asked for by whoever has no
 * right there: one and the same answer as for an address that does not exist, and no word of the
 * company in anything that travels.
 */
@ExtendWith(OutputCaptureExtension.class)
class AddressIsolationIT extends InBrowser {

    private static final String JULIEN = "julien.petit@cabinet-alpes.example";

    /** Where whoever comes is asked to sign in, before anything is said of the firm. */
    private static final Set<String> DOORS = Set.of("f/:firm");

    /** What is each member's own, whatever they may reach: Amina's, never Paul's. */
    private static final Set<String> MEMBERS = Set.of("/f/cabinet-alpes/requests");

    private static String invoice = "";
    private static String report = "";
    private static String file = "";

    @BeforeAll
    static void whatClaireSees() {
        try (Visitor claire = Visitor.arrives(product, browser)) {
            claire.signsIn(CLAIRE).sees("Boulangerie du Lac");
            invoice = firstLink(claire, BAKERY + "/invoices", "/invoices/");
            claire.goesTo(BAKERY + "/invoices/" + invoice);
            file = claire.page().locator("a[download]").getAttribute("href");
            // Without this, a stranger's empty answer would say nothing.
            assertThat(claire.page().context().request().get(product.url("/" + file)).headers())
                    .containsKey("content-disposition");
            report = firstLink(claire, BAKERY, "/deposits/");
        }
    }

    @Test
    void noAddressOfACompanyOrFirmOpensToWhoHasNoRightThere() {
        for (String stranger : List.of(AMINA, PAUL)) {
            try (Visitor visitor = Visitor.arrives(product, browser)) {
                visitor.signsIn(stranger);
                visitor.page().waitForURL(product.url("/"));
                visitor.sees("Cloisonné");
                String unknown = answer(visitor, "/c/cabinet-nulle-part/900000019", 404);
                List<String> addresses =
                        addresses().stream()
                                .filter(address ->
                                        stranger.equals(PAUL) || !MEMBERS.contains(address))
                                .toList();
                assertThat(addresses).hasSizeGreaterThanOrEqualTo(8);
                for (String address : addresses) {
                    assertThat(answer(visitor, address, 404)).as(address).isEqualTo(unknown);
                }
            }
        }
    }

    @Test
    void nobodySignedInIsAskedToSignInWhateverTheAddress() {
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            for (String address : addresses()) {
                visitor.page().navigate(product.url(address));
                visitor.sees("Mot de passe");
                assertThat(visitor.page().url()).startsWith(product.url("/sign-in"));
            }
        }
    }

    @Test
    void aMissingRightAndAnUnknownThingHaveTheirStatus() {
        try (Visitor julien = Visitor.arrives(product, browser);
                Visitor claire = Visitor.arrives(product, browser)) {
            julien.signsIn(JULIEN).sees("Café de la Gare");
            answer(julien, "/c/cabinet-alpes/900000035/deposit", 403);
            answer(julien, "/c/cabinet-alpes/900000035", 200);
            claire.signsIn(CLAIRE).sees("Boulangerie du Lac");
            answer(claire, BAKERY + "/invoices/" + invoice, 200);
            answer(claire, BAKERY + "/deposits/" + report, 200);
            answer(claire, BAKERY + "/invoices/" + UUID.randomUUID(), 404);
            answer(claire, BAKERY + "/deposits/" + UUID.randomUUID(), 404);
            answer(claire, BAKERY + "/invoices/une-facture", 404);
            // A thing of one company is unknown in another of the same person.
            answer(claire, "/c/cabinet-alpes/900000027/invoices/" + invoice, 404);
        }
    }

    @Test
    void aFailureThatNobodyForesawHasItsStatusAndAReferenceThatTheLogKnows(CapturedOutput log) {
        registry().setRoute("fails", Failing.class, List.of());
        try (Visitor claire = Visitor.arrives(product, browser)) {
            claire.signsIn(CLAIRE).sees("Boulangerie du Lac");
            claire.goesTo("/fails?a=b").sees("Un incident nous a échappé").sees("Réessayer");
            var page = claire.page();
            assertThat(page.url()).matches(".*/failure/[0-9a-f]{8}\\?to=.*");
            String reference = page.url().replaceAll(".*/failure/|\\?.*", "");
            claire.sees(reference).takesAPicture("failure");
            assertThat(page.content()).doesNotContain("Exception", "on purpose");
            assertThat(log.getOut()).contains("failure " + reference).contains("on purpose");
            assertThat(page.reload().status()).isEqualTo(500);
            assertThat(page.getByText("Réessayer").getAttribute("href")).isEqualTo("/fails?a=b");
            answer(claire, "/failure/whatever", 404);
        } finally {
            registry().removeRoute("fails");
        }
    }

    /** A page with a mistake in it. */
    @PermitAll
    public static class Failing extends Div implements BeforeEnterObserver {

        private static final long serialVersionUID = 1L;

        @Override
        public void beforeEnter(BeforeEnterEvent event) {
            throw new IllegalStateException("on purpose");
        }
    }

    @Test
    void everyAddressUnderAFormerNameIsTheOneUnderThePresentForThoseWhoMayKnow() throws Exception {
        FirmShortName former = new FirmShortName("cabinet-littoral");
        FirmShortName present = new FirmShortName("cabinet-du-littoral");
        UserAccountId person =
                product.context().getBean(UserAccounts.class).byKey(PAUL).orElseThrow();
        product.context()
                .getBean(Proving.class)
                .during(
                        person,
                        "cloisonne-demonstration",
                        () ->
                                product.context()
                                        .getBean(FirmNaming.class)
                                        .rename(person, former, present));
        Caller paul = new Caller(product);
        paul.signsIn(PAUL, "");
        Caller amina = new Caller(product);
        amina.signsIn(AMINA, "");
        List<Integer> statuses = new ArrayList<>();
        for (String address : addresses()) {
            String old =
                    address.replace("cabinet-alpes", former.value())
                            .replace("900000019", "900000217");
            int now = paul.get(old.replace(former.value(), present.value())).statusCode();
            assertThat(paul.get(old).statusCode()).as(old).isEqualTo(now);
            assertThat(amina.get(old).statusCode()).as(old).isEqualTo(404);
            statuses.add(now);
        }
        assertThat(statuses).contains(200, 404);
        try (Visitor visitor = Visitor.arrives(product, browser)) {
            visitor.signsIn(PAUL).sees("Chantier naval Kermarec");
            for (String page :
                    List.of(
                            "/c/%s/900000217",
                            "/c/%s/900000217/invoices?q=a&sort=number", "/f/%s/providers")) {
                visitor.goesTo(page.formatted(former));
                visitor.page().waitForURL(product.url(page.formatted(present)));
            }
        }
    }

    @Test
    void aDownloadAddressIsWorthNothingInAnotherSession() {
        try (Visitor paul = Visitor.arrives(product, browser)) {
            paul.signsIn(PAUL);
            paul.page().waitForURL(product.url("/"));
            var answer = paul.page().context().request().get(product.url("/" + file));
            assertThat(answer.text()).doesNotContain("Boulangerie du Lac");
            assertThat(answer.headers().get("content-disposition")).isNull();
        }
    }

    /** The page's words, after checking its status and that no canary travelled. */
    private static String answer(Visitor visitor, String address, int status) {
        var bodies = new ConcurrentLinkedQueue<String>();
        Set<Request> own = ConcurrentHashMap.newKeySet();
        Consumer<Request> asked = own::add;
        Consumer<Response> listen =
                response -> {
                    String type = response.headers().getOrDefault("content-type", "");
                    // What the page before still asked for goes with it.
                    if (own.contains(response.request())
                            && (type.contains("html") || type.contains("json"))) {
                        bodies.add(response.text());
                    }
                };
        visitor.page().onRequest(asked);
        visitor.page().onResponse(listen);
        try {
            assertThat(visitor.page().navigate(product.url(address)).status())
                    .as(address)
                    .isEqualTo(status);
            var main = visitor.page().getByRole(AriaRole.MAIN);
            main.waitFor();
            String words = main.innerText();
            if (status == 404) {
                assertThat(bodies).as(address).noneMatch(body -> body.contains("Boulangerie"));
                assertThat(words).doesNotContain("Boulangerie");
            }
            return words;
        } finally {
            visitor.page().offResponse(listen);
            visitor.page().offRequest(asked);
        }
    }

    private static ApplicationRouteRegistry registry() {
        var servlet = ((WebApplicationContext) product.context()).getServletContext();
        return ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlet));
    }

    private static List<String> addresses() {
        return registry().getRegisteredRoutes().stream()
                .map(RouteBaseData::getTemplate)
                .filter(route -> route.startsWith("c/") || route.startsWith("f/"))
                .filter(route -> !DOORS.contains(route))
                .map(AddressIsolationIT::filled)
                .toList();
    }

    /**
     * The template with ids of things that are there; what lies in a firm itself is closed before
     * anything is looked for, so that any id will do.
     */
    private static String filled(String template) {
        String id = template.contains("invoices") ? invoice : report;
        // Paul is of another firm, Amina of this one: the bakery is closed to both.
        String address =
                "/"
                        + template.replace(":firm", "cabinet-alpes")
                                .replace(":siren", "900000019")
                                .replace(":id", id);
        if (template.startsWith("f/")) {
            return address.replaceAll(":\\w+", UUID.randomUUID().toString());
        }
        assertThat(address).doesNotContain(":");
        return address;
    }

    private static String firstLink(Visitor visitor, String page, String part) {
        visitor.goesTo(page);
        var link = visitor.page().locator("a[href*='" + part + "']").first();
        link.waitFor();
        String target = link.getAttribute("href");
        return target.substring(target.lastIndexOf('/') + 1);
    }
}
