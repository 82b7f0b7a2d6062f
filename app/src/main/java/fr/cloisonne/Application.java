package fr.cloisonne;

import fr.cloisonne.app.AuditCommand;
import fr.cloisonne.app.SchemasCommand;
import fr.cloisonne.app.check.CheckCommand;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The product. It sits in the root package, so that Spring Modulith sees every room as a module.
 *
 * <p>Left out of the scan: the local identity provider, which is a context of its own. Left out of
 * Boot's own configuration: whatever would make a second data source, persistence unit or user
 * store beside the ones of {@code db} and {@code identity}.
 */
@SpringBootConfiguration
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            DataSourceTransactionManagerAutoConfiguration.class,
            JdbcTemplateAutoConfiguration.class,
            JdbcClientAutoConfiguration.class,
            HibernateJpaAutoConfiguration.class,
            DataJpaRepositoriesAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            OAuth2AuthorizationServerAutoConfiguration.class,
            OAuth2AuthorizationServerJwtAutoConfiguration.class
        })
@ConfigurationPropertiesScan
@ComponentScan(
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "fr\\.cloisonne\\.identity\\.provider\\..*"))
public class Application {

    /**
     * Starts the product.
     *
     * @param arguments settings as {@code --name=value}, or a command
     * @throws IOException if a command cannot read the data folder
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 1 && arguments[0].equals("audit") && arguments[1].equals("verify")) {
            String[] settings = Arrays.copyOfRange(arguments, 2, arguments.length);
            System.exit(AuditCommand.verify(settings, System.out));
        }
        if (arguments.length > 0 && arguments[0].equals("check")) {
            String[] asked = Arrays.copyOfRange(arguments, 1, arguments.length);
            System.exit(CheckCommand.run(asked, System.in, System.out, System.err));
        }
        if (arguments.length > 0 && arguments[0].equals("schemas")) {
            String[] settings = Arrays.copyOfRange(arguments, 1, arguments.length);
            System.exit(SchemasCommand.run(settings, System.out));
        }
        SpringApplication.run(Application.class, arguments);
    }
}
