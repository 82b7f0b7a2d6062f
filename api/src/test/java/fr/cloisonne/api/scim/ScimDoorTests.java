package fr.cloisonne.api.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.api.scim.Directory.Answer;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.provisioning.ProvisioningConnection;
import fr.cloisonne.identity.provisioning.ProvisioningConnections.NewToken;
import fr.cloisonne.identity.provisioning.ProvisioningRefusedException;
import fr.cloisonne.identity.signin.ProofNeededException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The token of a directory: who has none, an old one or a guessed one does not come in. */
class ScimDoorTests extends AtDirectory {

    @Test
    void withoutATokenThatCountsNothingIsAnswered() {
        for (String token : new String[] {"", "x", "cloisonne_scim_" + "A".repeat(65)}) {
            Answer refused = new Directory(port, token).get("/Users");
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(refused.text("status")).isEqualTo("401");
            assertThat(refused.header("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void guessingIsMadeSlowForThatTokenAlone() {
        NewToken token = made();
        String clear = token.token().clear();
        String guess = clear.substring(0, clear.length() - 4) + "AAAA";
        for (int i = 0; i < 10; i++) {
            assertThat(new Directory(port, guess).get("/Users").status()).isEqualTo(401);
        }
        Answer slow = new Directory(port, guess).get("/Users");
        assertThat(slow.status()).isEqualTo(429);
        assertThat(slow.header("Retry-After")).isEqualTo("60");
        assertThat(directory.get("/Users").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(2));
        assertThat(new Directory(port, clear).get("/Users").status()).isEqualTo(200);
    }

    @Test
    void anOldTokenCountsAsLongAsItWasGivenAndOneThatExpiredNoMore() {
        NewToken old = made();
        NewToken next =
                connections.rotate(administrator, firm, old.connection(), Duration.ofDays(7));
        assertThat(status(old)).isEqualTo(200);
        assertThat(status(next)).isEqualTo(200);
        assertThatThrownBy(() ->
                        connections.rotate(
                                administrator, firm, old.connection(), Duration.ofDays(7)))
                .isInstanceOf(ProvisioningRefusedException.class);
        clock.advance(Duration.ofDays(8));
        assertThat(status(old)).isEqualTo(401);
        assertThat(status(next)).isEqualTo(200);
        clock.advance(Duration.ofDays(365));
        assertThat(status(next)).isEqualTo(401);
    }

    @Test
    void aConnectionThatIsEndedIsEndedWithTheNextRequest() {
        NewToken token = made();
        assertThat(status(token)).isEqualTo(200);
        ProvisioningConnection seen =
                connections.of(administrator, firm).stream()
                        .filter(one -> one.id().equals(token.connection()))
                        .findFirst()
                        .orElseThrow();
        assertThat(seen.tokens().getFirst().lastUsed()).isNotNull();
        connections.revoke(administrator, firm, token.connection());
        assertThat(status(token)).isEqualTo(401);
    }

    @Test
    void aTokenIsMadeWithAFreshProofAloneAndKeptAsItsHash() {
        SessionFixture.begun();
        assertThatThrownBy(() -> connections.create(administrator, firm, "Annuaire"))
                .isInstanceOf(ProofNeededException.class);
        NewToken token = made();
        assertThat(
                        database.superuser()
                                .sql(
                                        "SELECT count(*) FROM platform.provisioning_token WHERE hash LIKE '%' || ? || '%'")
                                .param(token.token().secret())
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(token.toString()).doesNotContain(token.token().secret());
    }

    private NewToken made() {
        SessionFixture.proven(proof, administrator, clock);
        return connections.create(administrator, firm, "Annuaire d’essai");
    }

    private int status(NewToken token) {
        return new Directory(port, token.token().clear()).get("/Users").status();
    }
}
