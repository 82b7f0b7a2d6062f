package fr.cloisonne.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.Taken;
import fr.cloisonne.identity.audit.TakingAway;
import fr.cloisonne.identity.habilitation.AccessReview;
import fr.cloisonne.identity.habilitation.Delegation;
import fr.cloisonne.identity.habilitation.DelegationId;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.HabilitationId;
import fr.cloisonne.identity.habilitation.Loan;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.PortfolioEditing;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.ProfileEditing;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.RightMissingException;
import fr.cloisonne.identity.habilitation.RightsByGroup;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.habilitation.Substitution;
import fr.cloisonne.identity.maildomain.MailDomains;
import fr.cloisonne.identity.matrix.MatrixExport;
import fr.cloisonne.identity.membership.InvitationForm;
import fr.cloisonne.identity.membership.Invitations;
import fr.cloisonne.identity.membership.Members;
import fr.cloisonne.identity.provisioning.ClaimGroups;
import fr.cloisonne.identity.provisioning.GroupGiving;
import fr.cloisonne.identity.provisioning.GroupReading;
import fr.cloisonne.identity.provisioning.GroupWish;
import fr.cloisonne.identity.provisioning.ProvisionedGroupId;
import fr.cloisonne.identity.provisioning.ProvisioningConnections;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.technical.ConnectionScope;
import fr.cloisonne.identity.technical.NewConnection;
import fr.cloisonne.identity.technical.TechnicalConnections;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * A page stays open while what it rests on goes: the next act on it is refused in plain words, and
 * nothing is done. Each act has been done by the same person a moment before.
 */
@PostgresTest
@TestPropertySource(properties = "cloisonne.federation.reach=loopback")
class OpenPageTests extends AtProvider {

    @Autowired private FirmProviders providers;
    @Autowired private MailDomains domains;
    @Autowired private TechnicalConnections connections;
    @Autowired private ProvisioningConnections directories;
    @Autowired private ClaimGroups claims;
    @Autowired private GroupReading groups;
    @Autowired private GroupGiving giving;
    @Autowired private PortfolioEditing portfolios;
    @Autowired private ProfileEditing profiles;
    @Autowired private Substitution substitution;
    @Autowired private AccessReview review;
    @Autowired private MatrixExport matrix;
    @Autowired private TakingAway taking;
    @Autowired private Invitations invitations;
    @Autowired private Members members;
    @Autowired private Granting granting;
    @Autowired private Delegation delegation;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private FreshProof proof;
    @Autowired private TestDatabase database;
    @Autowired private Clock clock;

    private final UUID provider = Uuid7.next();
    private FirmShortName firm;
    private FirmId firmId;
    private ProvisionedGroupId group;
    private UserAccountId founder;
    private UserAccountId person;
    private UserAccountId colleague;
    private UserAccountId third;

    /** What goes while the page is open. */
    enum Loss {
        RIGHT,
        DELEGATION,
        LAST_DAY,
        MEMBERSHIP
    }

    /** One act of an open page. */
    private interface Act {
        void happens();
    }

    @BeforeEach
    void aFirm() {
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        founder = PersonFixture.colleague(accounts, firmId);
        person = PersonFixture.colleague(accounts, firmId);
        colleague = PersonFixture.colleague(accounts, firmId);
        third = PersonFixture.colleague(accounts, firmId);
        granting.begin(firmId, founder);
        SessionFixture.proven(proof, founder, clock);
        claims.add(founder, firm, provider, "groups", "compta");
        group = groups.of(founder, firm, provider).getFirst().id();
    }

    @ParameterizedTest
    @EnumSource
    void itsNextActIsRefusedAndNothingIsDone(Loss loss) {
        boolean lent = loss == Loss.DELEGATION || loss == Loss.LAST_DAY;
        Act taken = lent ? lends(loss) : gives(loss);
        SessionFixture.proven(proof, person, clock);
        Map<String, Act> acts = acts();
        acts.entrySet().removeIf(act -> !worked(act.getValue(), lent));
        assertThat(acts).hasSizeGreaterThanOrEqualTo(lent ? 3 : 15);
        SessionFixture.proven(proof, founder, clock);
        taken.happens();
        SessionFixture.proven(proof, person, clock);
        Map<String, String> before = everything();
        acts.forEach((name, act) ->
                assertThat(catchThrowable(act::happens))
                        .as(name)
                        .isInstanceOfAny(
                                RightMissingException.class,
                                NoSuchCompanyException.class,
                                DelegationRefusedException.class));
        assertThat(everything()).isEqualTo(before);
    }

    /** Nothing but a right that is never lent may keep an act from being done before. */
    private static boolean worked(Act act, boolean lent) {
        try {
            act.happens();
            return true;
        } catch (RightMissingException | DelegationRefusedException notLent) {
            assertThat(lent).isTrue();
            return false;
        }
    }

    private Act gives(Loss loss) {
        HabilitationId given =
                granting.grant(founder, person, new Scope.WholeFirm(firmId), Profile.ADMINISTRATOR);
        return loss == Loss.RIGHT
                ? () -> granting.revoke(founder, given)
                : () -> members.suspend(founder, firm, person);
    }

    private Act lends(Loss loss) {
        LocalDate today = LocalDate.now(clock);
        DelegationId given =
                delegation.delegate(
                        founder,
                        person,
                        Loan.of(
                                new Scope.WholeFirm(firmId),
                                Profile.ADMINISTRATOR,
                                today,
                                today,
                                "congés"));
        return loss == Loss.DELEGATION
                ? () -> delegation.revoke(founder, given)
                : () -> endedYesterday(given);
    }

    private void endedYesterday(DelegationId given) {
        database.superuser()
                .sql(
                        "UPDATE platform.delegation SET first_day = first_day - 9, last_day = last_day - 9 WHERE id = ?")
                .param(given.value())
                .update();
    }

    private Map<String, Act> acts() {
        Map<String, Act> acts = new LinkedHashMap<>();
        acts.put("domain", () -> domains.claim(person, firm, text() + ".example"));
        acts.put(
                "provider", () -> providers.add(person, firm, form("client", ClaimNames.STANDARD)));
        acts.put("connection", () -> connections.create(person, firm, connection()));
        acts.put("directory", () -> directories.create(person, firm, "Annuaire"));
        acts.put("claim", () -> claims.add(person, firm, provider, "groups", text()));
        acts.put("what a claim gives", () -> giving.give(person, firm, group, reading()));
        acts.put("portfolio", () -> portfolios.make(person, firm, text(), Set.of()));
        acts.put("profile", () -> profiles.make(person, firm, text(), Set.of(Right.CONSULT)));
        acts.put("review", () -> review.read(person, firm, line -> {}));
        acts.put(
                "file",
                () ->
                        taking.asked(
                                new Taken.OfFirm(person, firm, Right.AUDIT, "matrix", Map.of())));
        acts.put("substitute", () -> substitution.name(person, firm, colleague));
        acts.put("member", () -> members.suspend(person, firm, third));
        acts.put("matrix of all", () -> matrix.read(person, firm, line -> {}));
        acts.put("invitation", () -> invitations.invite(person, firm, invitation()));
        acts.put(
                "grant",
                () ->
                        granting.grant(
                                person, colleague, new Scope.WholeFirm(firmId), Profile.READER));
        return acts;
    }

    private GroupWish reading() {
        return new GroupWish(
                new RightsByGroup.Given(new Scope.WholeFirm(firmId), Profile.READER),
                false,
                Set.of());
    }

    private static NewConnection connection() {
        return new NewConnection("Paie", EnumSet.of(ConnectionScope.FLOWS_READ), null, null, null);
    }

    private static InvitationForm invitation() {
        return new InvitationForm(
                new EmailAddress(text() + "@ailleurs.example"),
                new PersonName("Zoé", "Lefèvre"),
                Locale.FRENCH,
                null,
                Set.of(),
                null,
                null);
    }

    private static String text() {
        return "n" + UUID.randomUUID().toString().substring(24);
    }

    /** Every row of the platform but the sign-ins. */
    private Map<String, String> everything() {
        Map<String, String> rows = new TreeMap<>();
        var all = database.superuser();
        for (String table :
                all.sql(
                                "SELECT tablename FROM pg_tables WHERE schemaname = 'platform' AND tablename NOT IN ('signed_in', 'chain_head', 'audit_repeat')")
                        .query(String.class)
                        .list()) {
            rows.put(
                    table,
                    all.sql(
                                    "SELECT count(*) || md5(coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '')) FROM platform.%s t %s"
                                            .formatted(table, notRefused(table)))
                            .query(String.class)
                            .single());
        }
        return rows;
    }

    /** That each act was refused is on record, and nothing else. */
    private static String notRefused(@Nullable String table) {
        return "audit".equals(table) ? "WHERE act NOT LIKE 'refused.%'" : "";
    }
}
