package fr.cloisonne.api;

import fr.cloisonne.api.scim.ScimChain;
import fr.cloisonne.db.SettableClock;
import java.net.InetAddress;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** The room on its ground, behind a real web server, with the chain that the product has. */
@SpringBootConfiguration
@EnableWebMvc
@EnableWebSecurity
@ImportAutoConfiguration(AopAutoConfiguration.class)
@ComponentScan(
        basePackages = {
            "fr.cloisonne.db",
            "fr.cloisonne.tenancy",
            "fr.cloisonne.identity",
            "fr.cloisonne.api"
        },
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "fr\\.cloisonne\\.(identity\\.provider\\..*|.*Room)"))
public class ApiRoom {

    @Bean
    static PropertySourcesPlaceholderConfigurer placeholders() {
        return new PropertySourcesPlaceholderConfigurer();
    }

    @Bean
    SettableClock clock() {
        return new SettableClock();
    }

    @Bean
    TomcatServletWebServerFactory server() {
        var server = new TomcatServletWebServerFactory(0);
        server.setAddress(InetAddress.getLoopbackAddress());
        return server;
    }

    @Bean
    ServletRegistrationBean<DispatcherServlet> front(WebApplicationContext context) {
        return new ServletRegistrationBean<>(new DispatcherServlet(context), "/");
    }

    @Bean
    SecurityFilterChain directories(HttpSecurity http, ScimChain scim) {
        scim.configure(http);
        return http.build();
    }
}
