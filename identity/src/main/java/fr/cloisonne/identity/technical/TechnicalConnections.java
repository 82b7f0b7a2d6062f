package fr.cloisonne.identity.technical;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.technical.ConnectionRefusedException.Reason;
import fr.cloisonne.tenancy.ClientCompanies;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * A firm's machine connections, and the tools of others into which its people sign in: made,
 * stopped and ended, each effective with the machine's next request.
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
    private final ClientProofs proofs;
    private final ConnectionRules rules;
    private final FreshProof proof;

    TechnicalConnections(
            ClientRows rows,
            ConnectionReading reading,
            ClientCompanies companies,
            Habilitations habilitations,
            ClientProofs proofs,
            ConnectionRules rules,
            FreshProof proof) {
        this.rows = rows;
        this.reading = reading;
        this.companies = companies;
        this.habilitations = habilitations;
        this.proofs = proofs;
        this.rules = rules;
        this.proof = proof;
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
        FirmId id = rules.requireManaging(by, firm);
        proof.require(by);
        Set<TenantId> chosen = wish.companies();
        if (chosen != null && !ofFirm(id).containsAll(chosen)) {
            throw new ConnectionRefusedException(Reason.COMPANIES);
        }
        CreatedClient made = rows.insert(by, client(id, wish, rules.end(wish.lastDay())));
        if (chosen != null) {
            rows.companies(made.id(), chosen);
        }
        ClientSecret secret = proofs.give(made.id(), wish.publicKey());
        rules.record(id, by, "connection.created", made.id());
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
        FirmId id = rules.requireManaging(by, firm);
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
        ClientSecret secret = wish.keepsSecrets() ? proofs.give(made.id(), null) : null;
        rules.record(id, by, "tool.registered", made.id());
        return new CreatedClient(made.id(), made.clientId(), secret);
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
        FirmId id = rules.requireManaging(by, firm);
        rules.require(id, connection);
        rows.revoke(connection);
        rules.record(id, by, "connection.revoked", connection);
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
        FirmId id = rules.requireManaging(by, firm);
        rules.require(id, connection);
        rows.suspend(connection, suspended);
        rules.record(id, by, suspended ? "connection.suspended" : "connection.resumed", connection);
    }

    private Set<TenantId> ofFirm(FirmId firm) {
        return companies.ofFirms(List.of(firm)).stream()
                .map(ClientCompanyCard::tenant)
                .collect(Collectors.toSet());
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
}
