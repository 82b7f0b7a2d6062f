package fr.cloisonne.identity.issuer;

import fr.cloisonne.identity.technical.TokenClient;
import fr.cloisonne.identity.technical.TokenClients;
import fr.cloisonne.tenancy.Firms;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the page of consent says of a tool, and where the pages before a tool may lead. */
@Component
public class ToolConsent {

    private final TokenClients clients;
    private final Firms firms;

    ToolConsent(TokenClients clients, Firms firms) {
        this.clients = clients;
        this.firms = firms;
    }

    /**
     * A tool as the person reads of it.
     *
     * @param name its name
     * @param firm the firm that has registered it
     * @param places hosts to which its answers go
     */
    public record Tool(String name, String firm, List<String> places) implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    /**
     * The tool that asks.
     *
     * @param clientId its name in the protocol
     * @return the tool, if it is live
     */
    public Optional<Tool> of(String clientId) {
        return tool(clientId)
                .map(client ->
                        new Tool(
                                client.name(),
                                firms.cards(List.of(client.firm())).getFirst().legalName(),
                                addresses(client).map(URI::getHost).distinct().toList()));
    }

    /**
     * Where a form on the page of this request may lead beside our own pages: browsers follow the
     * content policy along redirects, and behind the sign-in and consent pages a tool may wait.
     *
     * @param request for a page
     * @return scheme, host and port of each
     */
    public List<String> origins(HttpServletRequest request) {
        Stream<String> waiting = SignInAgain.origin(request.getSession(false)).stream();
        Stream<String> asking =
                IssuerAddress.CONSENT.equals(request.getRequestURI())
                        ? tool(request.getParameter("client_id")).stream()
                                .flatMap(ToolConsent::addresses)
                                .map(ToolConsent::origin)
                        : Stream.empty();
        return Stream.concat(waiting, asking).distinct().toList();
    }

    private Optional<TokenClient> tool(@Nullable String clientId) {
        return Optional.ofNullable(clientId)
                .flatMap(clients::byName)
                .filter(client -> client.kind() == TokenClient.Kind.TOOL);
    }

    private static Stream<URI> addresses(TokenClient client) {
        return client.redirectUris().stream().map(URI::create);
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
