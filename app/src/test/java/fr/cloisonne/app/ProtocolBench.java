package fr.cloisonne.app;

import fr.cloisonne.app.MeasuredIssuer.Client;
import fr.cloisonne.app.Meter.Cost;
import fr.cloisonne.db.Figures;
import fr.cloisonne.identity.PasswordHashes;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.signin.Proving;
import fr.cloisonne.identity.technical.ConnectionScope;
import fr.cloisonne.identity.technical.CreatedClient;
import fr.cloisonne.identity.technical.NewConnection;
import fr.cloisonne.identity.technical.NewTool;
import fr.cloisonne.identity.technical.TechnicalConnections;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import tools.jackson.databind.JsonNode;

/**
 * What the token issuer costs, beside a Keycloak in the same run. Of a sign-in the hash of the
 * password is taken off: Keycloak's is set to nothing; ours costs as much as the stored hash says,
 * so that two people with one pass and with five tell what a pass costs. Started by {@code
 * ./cloisonne bench}; nothing is asserted but that each request is answered.
 */
class ProtocolBench {

    private static final int SIGN_INS = Integer.getInteger("bench.sign-ins", 300);
    private static final int REQUESTS = Integer.getInteger("bench.requests", 2_000);

    private static final int MEMORY = 7_168;
    private static final int MORE_PASSES = 5;

    private record Costs(Cost signIn, Cost token, Cost refresh, Cost userInfo, Cost introspect) {}

    @Test
    void theIssuerBesideKeycloak() throws Exception {
        Costs ours = ours();
        Costs theirs = theirs();
        row("OIDC sign-in without the hash", ours.signIn, theirs.signIn, "9");
        row("token (client credentials)", ours.token, theirs.token, "1.8");
        row("refresh", ours.refresh, theirs.refresh, "1.8");
        row("userinfo", ours.userInfo, theirs.userInfo, "0.4");
        row("introspection", ours.introspect, theirs.introspect, "0.4");
    }

    private static void row(String what, Cost ours, Cost theirs, String goal) {
        Figures.keep(what + ", ms", ours.server(), theirs.server(), goal);
        Figures.keep("  our PostgreSQL for it, ms", ours.database(), "");
    }

    private static Costs theirs() throws Exception {
        try (var keycloak = new Keycloak()) {
            keycloak.start("http://localhost:1");
            var issuer = new MeasuredIssuer.Theirs(keycloak);
            return costs(issuer, new Meter(issuer::load));
        }
    }

    private static Costs ours() throws Exception {
        try (var prepared =
                RunningProduct.start(
                        "--cloisonne.demonstration=true",
                        "--cloisonne.argon2.memory=" + MEMORY,
                        "--cloisonne.argon2.passes=1")) {
            Client tool = tool(prepared.context());
            Client machine = machine(prepared.context());
            hashesLonger(prepared.context(), InBrowser.AMINA);
            prepared.stops();
            try (var product = StartedProduct.start(prepared.folder(), prepared.port(), cheap())) {
                var claire =
                        new MeasuredIssuer.Ours(
                                prepared.url(""), InBrowser.CLAIRE, tool, machine, product::load);
                var amina =
                        new MeasuredIssuer.Ours(
                                prepared.url(""), InBrowser.AMINA, tool, machine, product::load);
                return withoutHash(claire, amina);
            }
        }
    }

    private static Map<String, String> cheap() {
        return Map.of(
                "CLOISONNE_ARGON2_MEMORY", String.valueOf(MEMORY), "CLOISONNE_ARGON2_PASSES", "1");
    }

    private static Costs withoutHash(MeasuredIssuer onePass, MeasuredIssuer more) throws Exception {
        var meter = new Meter(onePass::load);
        Costs all = costs(onePass, meter);
        Cost withMore = meter.of(SIGN_INS, more::signIn);
        Cost hash = withMore.minus(all.signIn, 1);
        return new Costs(
                all.signIn.minus(hash, 1.0 / (MORE_PASSES - 1)),
                all.token,
                all.refresh,
                all.userInfo,
                all.introspect);
    }

    private static Costs costs(MeasuredIssuer issuer, Meter meter) throws Exception {
        List<String> families = new ArrayList<>();
        Cost signIn =
                meter.of(
                        SIGN_INS,
                        () -> families.add(issuer.signIn().get("refresh_token").asString()));
        Cost token = meter.of(REQUESTS, issuer::token);
        // In turns, so that each family grows as it would in a working day.
        int[] turn = {0};
        Cost refresh = meter.of(REQUESTS, () -> refreshed(issuer, families, turn[0]++));
        String person = accessToken(issuer.signIn());
        Cost userInfo = meter.of(REQUESTS, () -> issuer.userInfo(person));
        String machine = accessToken(issuer.token());
        Cost introspect = meter.of(REQUESTS, () -> issuer.introspect(machine));
        return new Costs(signIn, token, refresh, userInfo, introspect);
    }

    private static String refreshed(MeasuredIssuer issuer, List<String> families, int turn)
            throws Exception {
        int family = turn % families.size();
        JsonNode tokens = issuer.refresh(families.get(family));
        return families.set(family, tokens.get("refresh_token").asString());
    }

    private static String accessToken(JsonNode tokens) {
        return tokens.get("access_token").asString();
    }

    private static Client tool(ConfigurableApplicationContext product) {
        return created(
                product,
                (connections, claire, firm) ->
                        connections.register(
                                claire,
                                firm,
                                new NewTool(
                                        "Outil", List.of(MeasuredIssuer.BACK), List.of(), true)));
    }

    private static Client machine(ConfigurableApplicationContext product) {
        return created(
                product,
                (connections, claire, firm) ->
                        connections.create(
                                claire,
                                firm,
                                new NewConnection(
                                        "Machine",
                                        Set.of(ConnectionScope.FLOWS_READ),
                                        null,
                                        null,
                                        null)));
    }

    private interface Creation {
        CreatedClient create(
                TechnicalConnections connections, UserAccountId by, FirmShortName firm);
    }

    private static Client created(ConfigurableApplicationContext product, Creation creation) {
        UserAccountId claire = account(product, InBrowser.CLAIRE).id();
        List<CreatedClient> created = new ArrayList<>();
        product.getBean(Proving.class)
                .during(
                        claire,
                        "cloisonne-demonstration",
                        () ->
                                created.add(
                                        creation.create(
                                                product.getBean(TechnicalConnections.class),
                                                claire,
                                                new FirmShortName("cabinet-alpes"))));
        CreatedClient client = created.getFirst();
        return new Client(client.clientId(), Objects.requireNonNull(client.secret()).clear());
    }

    private static void hashesLonger(ConfigurableApplicationContext product, String mailbox) {
        var account = account(product, mailbox);
        var longer = new Argon2PasswordEncoder(16, 32, 1, MEMORY, MORE_PASSES);
        product.getBean(PasswordHashes.class)
                .replace(
                        account.id(),
                        Objects.requireNonNull(account.passwordHash()),
                        Objects.requireNonNull(longer.encode("cloisonne-demonstration")));
    }

    private static PasswordHashes.Credentials account(
            ConfigurableApplicationContext product, String mailbox) {
        return product.getBean(PasswordHashes.class).ofAddress(mailbox).orElseThrow();
    }
}
