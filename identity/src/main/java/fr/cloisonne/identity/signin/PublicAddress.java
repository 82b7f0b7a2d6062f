package fr.cloisonne.identity.signin;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The address for which passkeys are made; one made for it is worth nothing elsewhere.
 *
 * @param baseUrl the public address of the product
 */
@ConfigurationProperties("cloisonne")
record PublicAddress(@DefaultValue("http://localhost:8080") URI baseUrl) {}
