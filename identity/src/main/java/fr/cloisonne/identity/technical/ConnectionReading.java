package fr.cloisonne.identity.technical;

import static fr.cloisonne.identity.technical.TokenClients.instant;
import static fr.cloisonne.identity.technical.TokenClients.texts;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.technical.TechnicalConnection.Credential;
import fr.cloisonne.identity.technical.TechnicalConnection.State;
import fr.cloisonne.tenancy.ClientCompanies;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a firm's connections in three statements, however many they are. */
@Component
class ConnectionReading {

    private static final String CONNECTIONS =
            """
            SELECT id, client_id, name, method, scopes, whole_firm, created_at, expires_at,
                   suspended_at, revoked_at,
                   ARRAY(SELECT tenant_id FROM platform.token_client_company t
                         WHERE t.client = c.id) AS companies,
                   kind, redirect_uris, signed_out_uris
            FROM platform.token_client c
            WHERE firm_id = ?
            ORDER BY created_at DESC, id DESC
            """;

    private static final String CREDENTIALS =
            """
            SELECT k.client, k.id, k.hint, k.created_at, k.valid_until, k.last_used_at
            FROM platform.client_credential k
            JOIN platform.token_client c ON c.id = k.client
            WHERE c.firm_id = ? AND k.revoked_at IS NULL
              AND k.valid_until > ?
            ORDER BY k.created_at DESC, k.id DESC
            """;

    private final JdbcClient platform;
    private final ClientCompanies companies;
    private final Clock clock;

    ConnectionReading(
            @Qualifier("platformJdbc") JdbcClient platform,
            ClientCompanies companies,
            Clock clock) {
        this.platform = platform;
        this.companies = companies;
        this.clock = clock;
    }

    private record Of(TokenClientId client, Credential credential) {}

    @PlatformTransaction(readOnly = true)
    List<TechnicalConnection> of(FirmId firm) {
        Instant now = clock.instant();
        Map<TokenClientId, List<Credential>> credentials =
                platform
                        .sql(CREDENTIALS)
                        .params(firm.value(), Timestamp.from(now))
                        .query(ConnectionReading::credential)
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        Of::client,
                                        Collectors.mapping(Of::credential, Collectors.toList())));
        Map<TenantId, ClientCompanyCard> cards =
                companies.ofFirms(List.of(firm)).stream()
                        .collect(Collectors.toMap(ClientCompanyCard::tenant, Function.identity()));
        return platform.sql(CONNECTIONS)
                .param(firm.value())
                .query((row, n) -> connection(row, credentials, cards, now))
                .list();
    }

    private static Of credential(ResultSet row, int number) throws SQLException {
        return new Of(
                new TokenClientId(row.getObject(1, UUID.class)),
                new Credential(
                        new CredentialId(row.getObject(2, UUID.class)),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getTimestamp(5).toInstant(),
                        instant(row, 6)));
    }

    /** The end is the midnight after it. */
    private @Nullable LocalDate lastDay(@Nullable Instant end) {
        return end == null ? null : LocalDate.ofInstant(end.minusMillis(1), clock.getZone());
    }

    private TechnicalConnection connection(
            ResultSet row,
            Map<TokenClientId, List<Credential>> credentials,
            Map<TenantId, ClientCompanyCard> cards,
            Instant now)
            throws SQLException {
        TokenClientId id = new TokenClientId(row.getObject(1, UUID.class));
        List<Credential> held = credentials.getOrDefault(id, List.of());
        return new TechnicalConnection(
                id,
                TokenClient.Kind.valueOf(row.getString(12)),
                row.getString(2),
                row.getString(3),
                ClientMethod.valueOf(row.getString(4)),
                Arrays.stream(texts(row, 5))
                        .map(ConnectionScope::of)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getBoolean(6),
                cards((UUID[]) row.getArray(11).getArray(), cards),
                List.of(texts(row, 13)),
                List.of(texts(row, 14)),
                row.getTimestamp(7).toInstant(),
                lastDay(instant(row, 8)),
                state(row, held, now),
                held);
    }

    private static State state(ResultSet row, Collection<Credential> held, Instant now)
            throws SQLException {
        if (row.getTimestamp(10) != null) {
            return State.REVOKED;
        }
        Instant end = instant(row, 8);
        boolean needsProof = !ClientMethod.NONE.name().equals(row.getString(4));
        if ((needsProof && held.isEmpty()) || (end != null && !end.isAfter(now))) {
            return State.EXPIRED;
        }
        return row.getTimestamp(9) == null ? State.LIVE : State.SUSPENDED;
    }

    private static List<ClientCompanyCard> cards(
            UUID[] ids, Map<TenantId, ClientCompanyCard> known) {
        return Arrays.stream(ids)
                .map(id -> Optional.ofNullable(known.get(new TenantId(id))))
                .flatMap(Optional::stream)
                .toList();
    }
}
