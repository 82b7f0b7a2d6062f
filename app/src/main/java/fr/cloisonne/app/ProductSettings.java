package fr.cloisonne.app;

import java.net.URI;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is said once about the whole product.
 *
 * @param baseUrl the public address, the only source of links, redirects and issuer
 * @param zone the zone in which days begin and end
 * @param demonstration whether demonstration data and the local identity provider come along
 */
@ConfigurationProperties("cloisonne")
record ProductSettings(
        @DefaultValue("http://localhost:8080") URI baseUrl,
        @DefaultValue("Europe/Paris") ZoneId zone,
        @DefaultValue("false") boolean demonstration) {

    ProductSettings {
        if (baseUrl.getHost() == null || !baseUrl.toString().matches("https?://[^/?#]+")) {
            throw new IllegalArgumentException(
                    "cloisonne.base-url must be http(s)://host[:port] without a path, not "
                            + baseUrl);
        }
    }

    boolean https() {
        return "https".equals(baseUrl.getScheme());
    }
}
