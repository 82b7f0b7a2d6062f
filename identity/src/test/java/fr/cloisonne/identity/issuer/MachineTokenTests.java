package fr.cloisonne.identity.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.cloisonne.identity.technical.ConnectionCredentials;
import fr.cloisonne.identity.technical.CreatedClient;
import fr.cloisonne.identity.technical.TechnicalConnection;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Machines at the issuer, good and bad. */
class MachineTokenTests extends AtIssuer {

    private static final Map<String, String> ASK = Map.of("grant_type", "client_credentials");

    @Autowired private AccessTokens tokens;
    @Autowired private ConnectionCredentials credentials;
    @Autowired private Housekeeping housekeeping;

    private CreatedClient machine;

    @BeforeEach
    void aConnection() {
        machine = connection(null);
    }

    @Test
    void aMachineGetsATokenWithTheScopesOfItsConnection() {
        Caller.Answer all = token(machine);
        assertThat(all.status()).isEqualTo(200);
        assertThat(all.json())
                .containsEntry("token_type", "Bearer")
                .doesNotContainKey("refresh_token");
        assertThat(all.text("scope").split(" "))
                .containsExactlyInAnyOrder("flows.read", "flows.write");
        assertThat(
                        caller.post(
                                        "/oauth2/token",
                                        Map.of(
                                                "grant_type",
                                                "client_credentials",
                                                "scope",
                                                "flows.read",
                                                "client_id",
                                                machine.clientId(),
                                                "client_secret",
                                                secret(machine)))
                                .text("scope"))
                .isEqualTo("flows.read");
        Caller.Answer beyond =
                caller.post(
                        "/oauth2/token",
                        machine.clientId(),
                        secret(machine),
                        Map.of("grant_type", "client_credentials", "scope", "directory.read"));
        assertThat(beyond.status()).isEqualTo(400);
        assertThat(beyond.text("error")).isEqualTo("invalid_scope");
    }

    @Test
    void neitherSecretNorTokenIsInTheDatabase() {
        String token = token(machine).text("access_token");
        String kept =
                database.superuser()
                        .sql(
                                """
                                SELECT string_agg(t::text, ' ') FROM (
                                  SELECT g::text AS t FROM platform.token_grant g
                                  UNION ALL SELECT i::text FROM platform.issued_token i
                                  UNION ALL SELECT c::text FROM platform.client_credential c) x
                                """)
                        .query(String.class)
                        .single();
        assertThat(kept).contains(machine.id().toString());
        assertThat(kept).doesNotContain(token).doesNotContain(secret(machine));
    }

    @Test
    void aSuspendedExpiredOrRevokedConnectionStopsWithItsNextRequest() {
        String token = token(machine).text("access_token");
        assertThat(tokens.read(token))
                .get()
                .satisfies(read -> {
                    assertThat(read.client()).isEqualTo(machine.id());
                    assertThat(read.person()).isNull();
                });
        connections.suspend(administrator, firm, machine.id(), true);
        assertThat(tokens.read(token)).isEmpty();
        assertThat(token(machine).status()).isEqualTo(401);
        connections.suspend(administrator, firm, machine.id(), false);
        assertThat(active(machine, token)).isTrue();
        database.superuser()
                .sql("UPDATE platform.token_client SET expires_at = ? WHERE id = ?")
                .params(Timestamp.from(clock.instant().minusSeconds(1)), machine.id().value())
                .update();
        assertThat(tokens.read(token)).isEmpty();
        assertThat(connections.of(administrator, firm))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.state()).isEqualTo(TechnicalConnection.State.EXPIRED));
        database.superuser().sql("UPDATE platform.token_client SET expires_at = NULL").update();
        assertThat(active(machine, token)).isTrue();
        connections.revoke(administrator, firm, machine.id());
        assertThat(tokens.read(token)).isEmpty();
        assertThat(token(machine).status()).isEqualTo(401);
    }

    @Test
    void aNewSecretTakesOverWhileTheOldOneStillCounts() {
        CreatedClient next =
                credentials.rotate(
                        administrator, firm, machine.id(), null, LocalDate.now(clock).plusDays(7));
        assertThat(token(machine).status()).isEqualTo(200);
        assertThat(token(next).status()).isEqualTo(200);
        TechnicalConnection shown = connections.of(administrator, firm).getFirst();
        assertThat(shown.credentials()).hasSize(2);
        assertThat(shown.lastUsedAt()).isPresent();
        // A leaked secret ends at once, and so do the tokens that came of it.
        String token = token(machine).text("access_token");
        credentials.revoke(administrator, firm, machine.id(), shown.credentials().getLast().id());
        assertThat(tokens.read(token)).isEmpty();
        assertThat(token(machine).status()).isEqualTo(401);
        assertThat(token(next).status()).isEqualTo(200);
    }

    @Test
    void aWrongSecretAndAnUnknownClientGetTheSameAnswer() {
        Caller.Answer wrong = caller.post("/oauth2/token", machine.clientId(), "wrong", ASK);
        Caller.Answer unknown =
                caller.post("/oauth2/token", UUID.randomUUID().toString(), "wrong", ASK);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.whole().headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(wrong.body()).isEqualTo(unknown.body());
        assertThat(wrong.text("error")).isEqualTo("invalid_client");
    }

    @Test
    void guessingSecretsIsSlowedDownForThatClientAlone() {
        for (int i = 0; i < 6; i++) {
            caller.post("/oauth2/token", machine.clientId(), "guess " + i, ASK);
        }
        Caller.Answer slow = caller.post("/oauth2/token", machine.clientId(), "guess", ASK);
        assertThat(slow.status()).isEqualTo(429);
        assertThat(slow.whole().headers().firstValue("Retry-After")).isPresent();
        assertThat(token(connection(null)).status()).isEqualTo(200);
    }

    @Test
    void introspectionTellsAClientOfItsOwnTokensAlone() {
        String token = token(machine).text("access_token");
        Caller.Answer own = introspected(machine, token);
        assertThat(own.json())
                .containsEntry("active", true)
                .containsEntry("client_id", machine.clientId());
        assertThat(introspected(connection(null), token).json())
                .containsExactly(Map.entry("active", false));
        assertThat(introspected(machine, "unknown").json())
                .containsExactly(Map.entry("active", false));
        assertThat(caller.post("/oauth2/introspect", Map.of("token", token)).status())
                .isEqualTo(401);
        // What the database keeps of a token is no token.
        String hash = TokenHash.of(token);
        assertThat(tokens.read(hash)).isEmpty();
        assertThat(tokens.read(TokenHash.inPlaceOfValue(hash))).isEmpty();
    }

    @Test
    void aRevokedTokenIsOver() {
        String token = token(machine).text("access_token");
        caller.post("/oauth2/revoke", machine.clientId(), secret(machine), Map.of("token", token));
        assertThat(active(machine, token)).isFalse();
        assertThat(tokens.read(token)).isEmpty();
    }

    @Test
    void anotherIssuersTokenIsRefused() throws JOSEException {
        SignedJWT other =
                new SignedJWT(
                        new JWSHeader(JWSAlgorithm.ES256),
                        new JWTClaimsSet.Builder()
                                .issuer("http://127.0.0.1/api/v2")
                                .subject("somebody")
                                .audience(machine.clientId())
                                .build());
        other.sign(new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()));
        String foreign = other.serialize();
        Caller.Answer answer = caller.bearing("/oauth2/userinfo", foreign);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(introspected(machine, foreign).json())
                .containsExactly(Map.entry("active", false));
    }

    @Test
    void whatIsOverIsTakenAway() {
        String token = token(machine).text("access_token");
        database.superuser()
                .sql("UPDATE platform.token_grant SET expires_at = ? WHERE client = ?")
                .params(Timestamp.from(clock.instant().minusSeconds(1)), machine.id().value())
                .update();
        housekeeping.clean();
        assertThat(
                        database.superuser()
                                .sql("SELECT count(*) FROM platform.issued_token WHERE hash = ?")
                                .param(TokenHash.of(token))
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void theMetadataSayWhatIsOfferedAndNoMore() {
        Map<String, Object> metadata = caller.get("/.well-known/oauth-authorization-server").json();
        assertThat(metadata)
                .containsEntry("issuer", issuer)
                .containsEntry("authorization_response_iss_parameter_supported", true)
                .containsEntry("pushed_authorization_request_endpoint", issuer + "/oauth2/par")
                .doesNotContainKey("dpop_signing_alg_values_supported");
        assertThat(metadata.get("grant_types_supported"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .containsExactly("authorization_code", "client_credentials", "refresh_token");
    }

    private boolean active(CreatedClient client, String token) {
        return Boolean.TRUE.equals(introspected(client, token).json().get("active"));
    }
}
