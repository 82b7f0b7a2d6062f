package fr.cloisonne.identity.maildomain;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How mail domains are proven.
 *
 * @param dns the name server that is asked ({@code dns://10.0.0.1}); when not given those of the
 *     machine, in a demonstration none
 */
@ConfigurationProperties("cloisonne.mail-domain")
record MailDomainSettings(@Nullable String dns) {}
