package fr.cloisonne.identity.technical;

import com.nimbusds.jose.jwk.JWK;
import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.technical.ConnectionRefusedException.Reason;
import fr.cloisonne.tenancy.ClientCompanies;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * A firm's machine connections, and the tools of others into which its people sign in: made, given
 * new secrets while the old ones still count, stopped and ended, each effective with the machine's
 * next request.
 */
@Component
@EnableConfigurationProperties(ConnectionSettings.class)
public class TechnicalConnections {

    /** What a tool may ask of people, each time with their consent. */
    private static final List<String> TOOL_SCOPES = List.of("openid", "profile", "email");

    private final ClientRows rows;
    private final ConnectionReading reading;
    private final ClientCompanies companies;
    private final Habilitations habilitations;
    private final FreshProof proof;
    private final AuditTrail audit;
    private final ConnectionSettings settings;
    private final Clock clock;

    TechnicalConnections(
            ClientRows rows,
            ConnectionReading reading,
            ClientCompanies companies,
            Habilitations habilitations,
            FreshProof proof,
            AuditTrail audit,
            ConnectionSettings settings,
            Clock clock) {
        this.rows = rows;
        this.reading = reading;
        this.companies = companies;
        this.habilitations = habilitations;
        this.proof = proof;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A firm's connections and tools, those that are over included.
     *
     * @param reader who reads; needs {@link Right#SEE_CONNECTIONS}
     * @param firm the firm
     * @return the newest first
     */
    @PlatformTransaction(readOnly = true)
    public List<TechnicalConnection> of(UserAccountId reader, FirmShortName firm) {
        return reading.of(habilitations.requireInFirm(reader, firm, Right.SEE_CONNECTIONS).id());
    }

    /**
     * For which companies a connection of the firm may be.
     *
     * @param reader who reads; needs {@link Right#SEE_CONNECTIONS}
     * @param firm the firm
     * @return by name
     */
    @PlatformTransaction(readOnly = true)
    public List<ClientCompanyCard> companies(UserAccountId reader, FirmShortName firm) {
        FirmId id = habilitations.requireInFirm(reader, firm, Right.SEE_CONNECTIONS).id();
        return companies.ofFirms(List.of(id));
    }

    /**
     * Makes a connection.
     *
     * @param by who
     * @param firm for which firm
     * @param wish what is asked for
     * @return the connection, with its secret if it has one
     * @throws ConnectionRefusedException if a rule forbids it
     */
    @PlatformTransaction
    public CreatedClient create(UserAccountId by, FirmShortName firm, NewConnection wish) {
        FirmId id = allowed(by, firm).id();
        proof.require(by);
        Set<TenantId> chosen = wish.companies();
        if (chosen != null && !ofFirm(id).containsAll(chosen)) {
            throw new ConnectionRefusedException(Reason.COMPANIES);
        }
        CreatedClient made = rows.insert(by, client(id, wish, end(wish.lastDay())));
        if (chosen != null) {
            rows.companies(made.id(), chosen);
        }
        ClientSecret secret = credential(made.id(), wish.publicKey());
        recorded(id, by, "connection.created", made.id());
        return new CreatedClient(made.id(), made.clientId(), secret);
    }

    /**
     * Registers a tool.
     *
     * @param by who
     * @param firm for which firm's people
     * @param wish what is asked for
     * @return the tool, with its secret if it keeps one
     */
    @PlatformTransaction
    public CreatedClient register(UserAccountId by, FirmShortName firm, NewTool wish) {
        FirmId id = allowed(by, firm).id();
        proof.require(by);
        CreatedClient made =
                rows.insert(
                        by,
                        new ClientRows.NewClient(
                                TokenClient.Kind.TOOL,
                                id,
                                wish.name(),
                                wish.keepsSecrets() ? ClientMethod.SECRET : ClientMethod.NONE,
                                TOOL_SCOPES,
                                false,
                                wish.redirectUris(),
                                wish.signedOutUris(),
                                null));
        ClientSecret secret = wish.keepsSecrets() ? credential(made.id(), null) : null;
        recorded(id, by, "tool.registered", made.id());
        return new CreatedClient(made.id(), made.clientId(), secret);
    }

    /**
     * Gives a connection a new secret or key. What it had counts until a moment that is chosen, so
     * that the machine can change over without standing still.
     *
     * @param by who
     * @param firm of which firm
     * @param connection which
     * @param publicKey the new key, or null for a secret that we make
     * @param oldLastDay the last day on which the old one counts, or null for an end at once
     * @return with the secret, if there is one
     * @throws ConnectionRefusedException if a rule forbids it
     */
    @PlatformTransaction
    public CreatedClient rotate(
            UserAccountId by,
            FirmShortName firm,
            TokenClientId connection,
            @Nullable String publicKey,
            @Nullable LocalDate oldLastDay) {
        FirmId id = allowed(by, firm).id();
        proof.require(by);
        TechnicalConnection held = held(id, connection);
        Instant oldEnd = Objects.requireNonNullElseGet(end(oldLastDay), clock::instant);
        if (oldEnd.isAfter(clock.instant().plus(settings.longestOverlap()))) {
            throw new ConnectionRefusedException(Reason.END);
        }
        if (held.method() == ClientMethod.NONE
                || (held.method() == ClientMethod.KEY) != (publicKey != null)) {
            throw new ConnectionRefusedException(Reason.KEY);
        }
        List<CredentialId> old = rows.lockedCredentials(connection);
        if (old.size() > 1) {
            throw new ConnectionRefusedException(Reason.ROTATING);
        }
        rows.endBy(old, oldEnd);
        ClientSecret secret = credential(connection, publicKey);
        recorded(id, by, "connection.rotated", connection);
        return new CreatedClient(connection, held.clientId(), secret);
    }

    /**
     * Ends one secret or key at once.
     *
     * @param by who
     * @param firm of which firm
     * @param connection of which connection
     * @param credential which
     */
    @PlatformTransaction
    public void revoke(
            UserAccountId by,
            FirmShortName firm,
            TokenClientId connection,
            CredentialId credential) {
        FirmId id = allowed(by, firm).id();
        held(id, connection);
        rows.revoke(connection, credential);
        recorded(id, by, "connection.credential-revoked", connection);
    }

    /**
     * Ends a connection for good: its tokens stop with their next use.
     *
     * @param by who
     * @param firm of which firm
     * @param connection which
     */
    @PlatformTransaction
    public void revoke(UserAccountId by, FirmShortName firm, TokenClientId connection) {
        FirmId id = allowed(by, firm).id();
        held(id, connection);
        rows.revoke(connection);
        recorded(id, by, "connection.revoked", connection);
    }

    /**
     * Stops a connection for a while, or takes it up again.
     *
     * @param by who
     * @param firm of which firm
     * @param connection which
     * @param suspended whether it stands still from now on
     */
    @PlatformTransaction
    public void suspend(
            UserAccountId by, FirmShortName firm, TokenClientId connection, boolean suspended) {
        FirmId id = allowed(by, firm).id();
        held(id, connection);
        rows.suspend(connection, suspended);
        recorded(id, by, suspended ? "connection.suspended" : "connection.resumed", connection);
    }

    private FirmCard allowed(UserAccountId by, FirmShortName firm) {
        return habilitations.requireInFirm(by, firm, Right.MANAGE_CONNECTIONS);
    }

    private TechnicalConnection held(FirmId firm, TokenClientId connection) {
        return reading.of(firm).stream()
                .filter(one -> one.id().equals(connection))
                .filter(one -> one.state() != TechnicalConnection.State.REVOKED)
                .findFirst()
                .orElseThrow(() -> new ConnectionRefusedException(Reason.NOT_FOUND));
    }

    private Set<TenantId> ofFirm(FirmId firm) {
        return companies.ofFirms(List.of(firm)).stream()
                .map(ClientCompanyCard::tenant)
                .collect(Collectors.toSet());
    }

    /** Days are the product's: to the end of the last one. */
    private @Nullable Instant end(@Nullable LocalDate lastDay) {
        if (lastDay == null) {
            return null;
        }
        Instant end = lastDay.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        if (!end.isAfter(clock.instant())) {
            throw new ConnectionRefusedException(Reason.END);
        }
        return end;
    }

    private static ClientRows.NewClient client(
            FirmId firm, NewConnection wish, @Nullable Instant end) {
        return new ClientRows.NewClient(
                TokenClient.Kind.MACHINE,
                firm,
                wish.name(),
                wish.publicKey() == null ? ClientMethod.SECRET : ClientMethod.KEY,
                wish.scopes().stream().map(ConnectionScope::code).sorted().toList(),
                wish.companies() == null,
                List.of(),
                List.of(),
                end);
    }

    private @Nullable ClientSecret credential(TokenClientId client, @Nullable String publicKey) {
        Instant until = clock.instant().plus(settings.secretLife());
        if (publicKey != null) {
            JWK key = PublicKeyText.parse(publicKey);
            rows.key(client, key, until);
            return null;
        }
        ClientSecret secret = ClientSecret.random();
        rows.secret(client, secret, until);
        return secret;
    }

    private void recorded(FirmId firm, UserAccountId by, String act, TokenClientId connection) {
        audit.recordUse(
                firm,
                by,
                Right.MANAGE_CONNECTIONS,
                act,
                Map.of("connection", connection.toString()));
    }
}
