package fr.cloisonne.identity.provider;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** The provider's web server: loopback, a cookie of its own, pages under its issuer's path. */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
@Import({InteractionPages.class, SessionPages.class})
class ProviderWeb {

    private static final Duration SESSION = Duration.ofMinutes(30);

    @Bean
    TomcatServletWebServerFactory server(ProviderSettings settings) {
        var server = new TomcatServletWebServerFactory(settings.port());
        server.setAddress(InetAddress.getLoopbackAddress());
        server.setContextPath(ProviderSettings.ROOT);
        server.setRegisterDefaultServlet(false);
        server.addErrorPages(new ErrorPage("/error"));
        var session = server.getSettings().getSession();
        session.setTimeout(SESSION);
        session.getCookie().setName("CLOISONNE_FC");
        session.getCookie().setHttpOnly(true);
        return server;
    }

    @Bean
    ServletRegistrationBean<DispatcherServlet> pages(WebApplicationContext context) {
        return new ServletRegistrationBean<>(new DispatcherServlet(context), "/");
    }

    @Bean
    ServletListenerRegistrationBean<HttpSessionEventPublisher> sessionEvents() {
        return new ServletListenerRegistrationBean<>(new HttpSessionEventPublisher());
    }

    @Bean
    FictionalPeople people() throws IOException {
        return new FictionalPeople();
    }
}
