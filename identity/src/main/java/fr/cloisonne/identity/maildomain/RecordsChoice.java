package fr.cloisonne.identity.maildomain;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses whom to ask: the server that is set, the fiction of a demonstration, the machine's. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailDomainSettings.class)
class RecordsChoice {

    @Bean
    PublishedRecords publishedRecords(
            MailDomainSettings settings,
            @Value("${cloisonne.demonstration:false}") boolean demonstration) {
        String dns = settings.dns();
        if (dns != null) {
            return new DnsRecords(dns);
        }
        return demonstration ? new FictionalRecords() : new DnsRecords("dns:");
    }
}
