package fr.cloisonne.tenancy.directory;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the directory: the one that is set, the fictional one of a demonstration, or none. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DirectorySettings.class)
class DirectoryChoice {

    @Bean
    CompanyDirectory companyDirectory(
            DirectorySettings settings,
            @Value("${cloisonne.demonstration:false}") boolean demonstration) {
        URI url = settings.url();
        if (url != null) {
            return new RechercheEntreprises(url);
        }
        return demonstration ? new FictionalDirectory() : new NoDirectory();
    }
}
