package fr.cloisonne.app;

import fr.cloisonne.db.BesideProduct;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/** The rooms that a command needs. Not annotated as configuration: the product must not find it. */
@ImportAutoConfiguration(AopAutoConfiguration.class)
@ComponentScan(
        basePackages = {"fr.cloisonne.db", "fr.cloisonne.tenancy", "fr.cloisonne.identity"},
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "fr\\.cloisonne\\.identity\\.provider\\..*"))
class CommandRooms {

    /** A command does none of a node's work. */
    private static final Map<String, String> ASIDE =
            Map.of(
                    "cloisonne.outbox.scheduled", "false",
                    "cloisonne.schemas.scheduled", "false",
                    "spring.main.banner-mode", "off",
                    "spring.main.log-startup-info", "false",
                    "logging.level.root", "error",
                    "logging.level.fr.cloisonne", "error");

    /**
     * Starts them beside the product that runs in the data folder, on that product's database;
     * where none runs, on the embedded one for as long as it takes.
     *
     * @param node what the command is called; it ends no session of the node that it stands beside
     * @param arguments settings as {@code --name=value}
     */
    static ConfigurableApplicationContext start(String node, String[] arguments)
            throws IOException {
        Map<String, String> settings = new HashMap<>(ASIDE);
        settings.put("cloisonne.session.node", node);
        String data = new SimpleCommandLinePropertySource(arguments).getProperty("cloisonne.data");
        if (System.getenv("CLOISONNE_PLATFORM_URL") == null) {
            settings.putAll(BesideProduct.settings(Path.of(data == null ? "data" : data)));
        }
        // As arguments of the start, which nothing overrides.
        return new SpringApplicationBuilder(CommandRooms.class)
                .web(WebApplicationType.NONE)
                .run(
                        Stream.concat(
                                        Stream.of(arguments),
                                        settings.entrySet().stream()
                                                .map(one ->
                                                        "--%s=%s"
                                                                .formatted(
                                                                        one.getKey(),
                                                                        one.getValue())))
                                .toArray(String[]::new));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
