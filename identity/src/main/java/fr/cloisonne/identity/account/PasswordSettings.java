package fr.cloisonne.identity.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What passwords must be, beyond what all must be.
 *
 * @param composition whether each needs a small and a capital letter, a digit and another sign
 */
@ConfigurationProperties("cloisonne.password")
public record PasswordSettings(@DefaultValue("false") boolean composition) {}
