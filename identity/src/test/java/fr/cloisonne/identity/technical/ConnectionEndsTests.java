package fr.cloisonne.identity.technical;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PostgresTest
class ConnectionEndsTests {

    @Autowired private ConnectionEnds ends;
    @Autowired private TechnicalConnections connections;
    @Autowired private ConnectionCredentials credentials;
    @Autowired private Granting granting;
    @Autowired private UserAccounts accounts;
    @Autowired private FreshProof proof;
    @Autowired private Firms firms;
    @Autowired private TestDatabase database;
    @Autowired private Clock clock;

    private FirmShortName firm;
    private UserAccountId administrator;
    private CreatedClient machine;

    @BeforeEach
    void aConnection() {
        firm = CompanyFixture.openFirm(firms);
        FirmId id = firms.byShortName(firm).orElseThrow().id();
        administrator = PersonFixture.colleague(accounts, id);
        PersonFixture.colleague(accounts, id);
        SessionFixture.proven(proof, administrator, clock);
        granting.begin(id, administrator);
        machine = connection();
    }

    @AfterEach
    void nobody() {
        SessionFixture.none();
    }

    @Test
    void isToldThirtySevenAndOneDayAheadEachOnce() {
        ends.remind();
        assertThat(told()).isEmpty();
        endsIn(Duration.ofDays(29));
        ends.remind();
        ends.remind();
        assertThat(told()).containsExactly(30);
        endsIn(Duration.ofDays(6));
        ends.remind();
        endsIn(Duration.ofHours(20));
        ends.remind();
        ends.remind();
        assertThat(told()).containsExactlyInAnyOrder(30, 7, 1);
    }

    @Test
    void whoeverHasRenewedInTimeHearsNothing() {
        credentials.rotate(
                administrator, firm, machine.id(), null, LocalDate.now(clock).plusDays(2));
        ends.remind();
        assertThat(told()).isEmpty();
    }

    @Test
    void tellsThoseWhoLookAfterConnectionsAndNobodyElse() {
        endsIn(Duration.ofDays(3));
        assertThat(ends.news(machine.id()))
                .get()
                .satisfies(news -> {
                    assertThat(news.name()).isEqualTo("Caisse");
                    assertThat(news.managers())
                            .extracting(PersonCard::id)
                            .containsExactly(administrator);
                });
        connections.revoke(administrator, firm, machine.id());
        assertThat(ends.news(machine.id())).isEmpty();
    }

    private CreatedClient connection() {
        return connections.create(
                administrator,
                firm,
                new NewConnection("Caisse", Set.of(ConnectionScope.FLOWS_READ), null, null, null));
    }

    private void endsIn(Duration time) {
        database.superuser()
                .sql("UPDATE platform.client_credential SET valid_until = ? WHERE client = ?")
                .params(Timestamp.from(clock.instant().plus(time)), machine.id().value())
                .update();
    }

    private List<Integer> told() {
        return database.superuser()
                .sql(
                        "SELECT (body ->> 'days')::int FROM platform.outbox WHERE kind = 'ConnectionEnding' AND aggregate = ?")
                .param(machine.id().toString())
                .query((row, n) -> row.getInt(1))
                .list();
    }
}
