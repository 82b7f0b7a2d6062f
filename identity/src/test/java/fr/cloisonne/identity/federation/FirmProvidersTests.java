package fr.cloisonne.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditEntry;
import fr.cloisonne.identity.audit.AuditReading;
import fr.cloisonne.identity.federation.ProviderRefusedException.Reason;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.RightMissingException;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.identity.signin.SessionEnding;
import fr.cloisonne.identity.signin.SessionOpening;
import fr.cloisonne.identity.signin.SignInWay;
import fr.cloisonne.identity.signin.SignedInSession;
import fr.cloisonne.identity.signin.SignedInSessions;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;

@PostgresTest
@TestPropertySource(properties = "cloisonne.federation.reach=loopback")
class FirmProvidersTests extends AtProvider {

    private static final String SECRET = "a-secret-of-the-provider";

    @Autowired private FirmProviders providers;
    @Autowired private StoredProviders stored;
    @Autowired private ProviderRegistrations registrations;
    @Autowired private Granting granting;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private AuditReading audit;
    @Autowired private TestDatabase database;
    @Autowired private FreshProof proof;
    @Autowired private SignedInSessions sessions;
    @Autowired private SessionOpening opening;
    @Autowired private SessionEnding ending;
    @Autowired private Providers known;
    @Autowired private Clock clock;

    private FirmShortName firm;
    private FirmId firmId;
    private UserAccountId administrator;

    @BeforeEach
    void aFirm() {
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        administrator = PersonFixture.colleague(accounts, firmId);
        granting.begin(firmId, administrator);
        SessionFixture.proven(proof, administrator, clock);
    }

    @Test
    void isAddedFromTheAddressOfItsDiscoveryDocumentAndOffAtFirst() {
        ProviderId id = add(form(issuer() + "/.well-known/openid-configuration"));
        ProviderSheet sheet = providers.get(administrator, firm, id);
        assertThat(sheet.form().address()).isEqualTo(issuer());
        assertThat(sheet.live()).isFalse();
        assertThat(sheet.redirect()).endsWith("/login/oauth2/code/" + id);
        assertThat(registrations.findByRegistrationId(id.toString())).isNull();
        assertThat(acts()).containsExactly("provider.added");
    }

    @Test
    void theSecretIsNeitherInTheDatabaseNorOnThePageAndOpensOnlyInItsOwnRow() {
        ProviderId id = add(form(issuer()));
        assertThat(stored.find(id).orElseThrow().provider().clientSecret()).isEqualTo(SECRET);
        assertThat(providers.of(administrator, firm))
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.form().clientSecret()).isEmpty());
        byte[] kept =
                database.superuser()
                        .sql("SELECT secret FROM platform.identity_provider WHERE id = ?")
                        .param(id.value())
                        .query(byte[].class)
                        .single();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
        ProviderId other = add(form(issuer(), "another-client"));
        database.superuser()
                .sql("UPDATE platform.identity_provider SET secret = ? WHERE id = ?")
                .params(kept, other.value())
                .update();
        assertThatThrownBy(() -> stored.find(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isSwitchedOnOnlyAsItWasTriedAndAChangeHoldsAtOnce() {
        ProviderId id = add(form(issuer()));
        assertRefused(Reason.NOT_TRIED, () -> providers.switchOn(administrator, firm, id, 0));
        stored.tried(id, 0);
        providers.switchOn(administrator, firm, id, 0);
        var before = registrations.findByRegistrationId(id.toString());
        assertThat(before).isNotNull().isSameAs(registrations.findByRegistrationId(id.toString()));

        providers.change(administrator, firm, id, changed("new-client", "", 0));
        assertThat(registrations.findByRegistrationId(id.toString())).isNull();
        assertRefused(Reason.NOT_TRIED, () -> providers.switchOn(administrator, firm, id, 0));
        stored.tried(id, 1);
        // A page that shows the former settings is behind.
        assertRefused(
                Reason.CHANGED_MEANWHILE, () -> providers.switchOn(administrator, firm, id, 0));
        providers.switchOn(administrator, firm, id, 1);
        var after = Objects.requireNonNull(registrations.findByRegistrationId(id.toString()));
        assertThat(after.getClientId()).isEqualTo("new-client");
        assertThat(after.getClientSecret()).isEqualTo(SECRET);

        providers.switchOff(administrator, firm, id);
        assertThat(registrations.findByRegistrationId(id.toString())).isNull();
        providers.remove(administrator, firm, id);
        assertThat(providers.of(administrator, firm)).isEmpty();
        assertThat(acts())
                .containsExactly(
                        "provider.added",
                        "provider.on",
                        "provider.changed",
                        "provider.on",
                        "provider.off",
                        "provider.removed");
    }

    @Test
    void aTryOfFormerSettingsDoesNotCountForTheNewOnes() {
        ProviderId id = add(form(issuer()));
        providers.change(administrator, firm, id, changed("new-client", "", 0));
        stored.tried(id, 0);
        assertRefused(Reason.NOT_TRIED, () -> providers.switchOn(administrator, firm, id, 0));
    }

    @Test
    void theSecretKeptIsNeverSentToAnotherIssuer() {
        ProviderId id = add(form(issuer()));
        String elsewhere = issuer() + "/other";
        assertRefused(
                Reason.MALFORMED,
                () -> providers.change(administrator, firm, id, form(elsewhere, "client", "", 0)));
    }

    @Test
    void aKeyTakesTheSecretsPlaceAndTheWayBackAsksForANewOne() {
        ProviderId id = add(form(issuer()));
        ProviderForm byKey = by(ClientAuthentication.PRIVATE_KEY, "", 0);
        assertRefused(
                Reason.MALFORMED,
                () ->
                        providers.change(
                                administrator,
                                firm,
                                id,
                                by(ClientAuthentication.PRIVATE_KEY, SECRET, 0)));
        providers.change(administrator, firm, id, byKey);
        assertThat(secretKept(id)).isNull();
        assertThat(stored.find(id).orElseThrow().provider().clientSecret()).isEmpty();
        // Neither a key with a secret nor a secret's manner without one can lie there.
        for (String change :
                List.of("secret = 'x'", "authentication = 'POST'", "authentication = 'NONE'")) {
            var row =
                    database.superuser()
                            .sql(
                                    "UPDATE platform.identity_provider SET "
                                            + change
                                            + " WHERE id = ?")
                            .param(id.value());
            assertThatThrownBy(row::update).hasMessageContaining("violates check constraint");
        }
        assertRefused(
                Reason.MALFORMED,
                () ->
                        providers.change(
                                administrator, firm, id, by(ClientAuthentication.POST, "", 1)));
        providers.change(administrator, firm, id, by(ClientAuthentication.POST, "another", 1));
        assertThat(stored.find(id).orElseThrow().provider().clientSecret()).isEqualTo("another");
        assertRefused(Reason.MALFORMED, () -> add(form(issuer() + "/other", "client", "", 0)));
    }

    private byte @Nullable [] secretKept(ProviderId id) {
        return database.superuser()
                .sql("SELECT secret FROM platform.identity_provider WHERE id = ?")
                .param(id.value())
                .query((row, n) -> Optional.ofNullable(row.getBytes(1)))
                .single()
                .orElse(null);
    }

    private static ProviderForm by(ClientAuthentication proof, String secret, int version) {
        return form(issuer(), "client", secret, proof, version);
    }

    @Test
    void twoWhoChangeItAtOnceDoNotWriteOverEachOther() {
        ProviderId id = add(form(issuer()));
        providers.change(administrator, firm, id, changed("first", "", 0));
        assertRefused(
                Reason.CHANGED_MEANWHILE,
                () -> providers.change(administrator, firm, id, changed("second", "", 0)));
    }

    @Test
    void whatIsNoProviderIsNotAdded() {
        assertRefused(Reason.ADDRESS, () -> add(form("https://169.254.169.254")));
        assertRefused(Reason.ADDRESS, () -> add(form("http://intranet.invalid")));
        assertRefused(Reason.UNREACHABLE, () -> add(form("http://127.0.0.1:1")));
        assertRefused(Reason.UNREACHABLE, () -> add(form(issuer() + "/nothing")));
        assertRefused(Reason.ISSUER, () -> add(form(issuer().replace("127.0.0.1", "localhost"))));
        assertRefused(Reason.UNREACHABLE, () -> add(form(issuer() + "/moved")));
        assertRefused(Reason.UNREACHABLE, () -> add(form(issuer() + "/endless")));
        // Its own address is open, but its keys would be fetched behind our walls.
        assertRefused(Reason.UNREACHABLE, () -> add(form(issuer() + "/inward")));
        assertRefused(Reason.MALFORMED, () -> add(form(issuer(), "with blank")));
        assertThat(providers.of(administrator, firm)).isEmpty();
    }

    @Test
    void whoLetsOthersInShowsFirstWhoTheyAre() {
        ProviderId id = add(form(issuer()));
        stored.tried(id, 0);
        SessionFixture.begun();
        ProviderForm more = form(issuer(), "more");
        List<ThrowingCallable> acts =
                List.of(
                        () -> add(more),
                        () -> providers.change(administrator, firm, id, changed("new", "", 0)),
                        () -> providers.switchOn(administrator, firm, id, 0),
                        () -> providers.switchOff(administrator, firm, id),
                        () -> providers.remove(administrator, firm, id));
        assertThat(acts)
                .allSatisfy(
                        act -> assertThatThrownBy(act).isInstanceOf(ProofNeededException.class));
    }

    @Test
    void endsSessionsThroughTheBrowserWhereItsSettingsSaySo() throws Exception {
        String issuer = issuer();
        ProviderId id = add(form(issuer));
        stored.setLive(id, true);
        var way = new SignInWay.Provider(id.toString(), issuer, "somebody", "a-session");
        opening.open(new MockHttpServletRequest(), administrator, way);
        callsInTheBrowser(id, issuer, "a-session");
        assertThat(fromElsewhere(administrator)).hasSize(1);

        ProviderForm said = providers.get(administrator, firm, id).form();
        providers.change(
                administrator,
                firm,
                id,
                new ProviderForm(
                        issuer,
                        said.label(),
                        said.clientId(),
                        "",
                        said.authentication(),
                        said.scopes(),
                        said.level(),
                        said.userinfoSigned(),
                        said.claims(),
                        new SignOutWays(true, true, true),
                        said.version()));
        stored.setLive(id, true);
        callsInTheBrowser(id, "https://autre.example", "a-session");
        callsInTheBrowser(id, issuer, "another-session");
        callsInTheBrowser(id, issuer, "");
        assertThat(fromElsewhere(administrator)).hasSize(1);
        callsInTheBrowser(id, issuer, "a-session");
        assertThat(fromElsewhere(administrator)).isEmpty();
    }

    private void callsInTheBrowser(ProviderId id, String issuer, String session) throws Exception {
        var request = new MockHttpServletRequest("GET", FrontChannelSignOut.PATH + id);
        request.setParameter("iss", issuer);
        request.setParameter("sid", session);
        var answer = new MockHttpServletResponse();
        new FrontChannelSignOut(known, ending).doFilter(request, answer, new MockFilterChain());
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).isEmpty();
    }

    @Test
    void isAddedOnce() {
        add(form(issuer()));
        assertRefused(Reason.ALREADY_THERE, () -> add(form(issuer())));
    }

    @Test
    void ofTwoThatAddItAtOnceOneIsRefused() throws Exception {
        try (var tabs = Executors.newFixedThreadPool(2)) {
            int added = 0;
            for (var outcome : tabs.invokeAll(List.of(inATab(), inATab()))) {
                added += outcome.get() ? 1 : 0;
            }
            assertThat(added).isEqualTo(1);
        }
        assertThat(providers.of(administrator, firm)).hasSize(1);
    }

    private Callable<Boolean> inATab() {
        return () -> {
            SessionFixture.proven(proof, administrator, clock);
            try {
                providers.add(administrator, firm, form(issuer()));
                return true;
            } catch (ProviderRefusedException there) {
                assertThat(there.reason()).isEqualTo(Reason.ALREADY_THERE);
                return false;
            } finally {
                SessionFixture.none();
            }
        };
    }

    @Test
    void isNothingToAnotherFirmNorToWhoeverLacksTheRight() {
        ProviderId id = add(form(issuer()));
        FirmShortName other = CompanyFixture.openFirm(firms);
        FirmId otherId = firms.byShortName(other).orElseThrow().id();
        UserAccountId stranger = PersonFixture.colleague(accounts, otherId);
        granting.begin(otherId, stranger);
        SessionFixture.proven(proof, stranger, clock);
        assertThat(providers.of(stranger, other)).isEmpty();
        assertRefused(Reason.NOT_FOUND, () -> providers.get(stranger, other, id));
        assertRefused(Reason.NOT_FOUND, () -> providers.switchOn(stranger, other, id, 0));
        assertRefused(Reason.NOT_FOUND, () -> providers.remove(stranger, other, id));
        assertRefused(
                Reason.NOT_FOUND,
                () -> providers.change(stranger, other, id, changed("theirs", "", 0)));
        assertThatThrownBy(() -> providers.of(stranger, firm))
                .isInstanceOf(NoSuchCompanyException.class);
        SessionFixture.proven(proof, administrator, clock);
        UserAccountId colleague = PersonFixture.colleague(accounts, firmId);
        granting.grant(administrator, colleague, new Scope.WholeFirm(firmId), Profile.STANDARD);
        assertThatThrownBy(() -> providers.of(colleague, firm))
                .isInstanceOf(RightMissingException.class);
        assertRefused(
                Reason.NOT_FOUND,
                () -> providers.get(administrator, firm, new ProviderId(new UUID(1, 2))));
    }

    private ProviderId add(ProviderForm form) {
        return providers.add(administrator, firm, form);
    }

    private static ProviderForm changed(String client, String secret, int version) {
        return form(issuer(), client, secret, version);
    }

    private static ProviderForm form(String address) {
        return form(address, "client");
    }

    private static ProviderForm form(String address, String client) {
        return form(address, client, SECRET, 0);
    }

    private static ProviderForm form(String address, String client, String secret, int version) {
        return form(address, client, secret, ClientAuthentication.BASIC, version);
    }

    private static ProviderForm form(
            String address, String client, String secret, ClientAuthentication proof, int version) {
        return new ProviderForm(
                address,
                "Connexion du cabinet",
                client,
                secret,
                proof,
                List.of("openid", "email"),
                "",
                false,
                ClaimNames.STANDARD,
                SignOutWays.USUAL,
                version);
    }

    private List<String> acts() {
        return audit.ofFirm(administrator, firm, Long.MAX_VALUE, 50).stream()
                .map(AuditEntry::act)
                .filter(act -> act.startsWith("provider."))
                .toList()
                .reversed();
    }

    private static void assertRefused(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProviderRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    /** The sessions that came with an identity elsewhere. */
    private List<SignedInSession> fromElsewhere(UserAccountId whose) {
        return sessions.of(whose).stream().filter(session -> session.there() != null).toList();
    }
}
