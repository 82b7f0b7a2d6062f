package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class KnownSettingsTests {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(Room.class);

    /** Two records below one name, as the rooms have them. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({One.class, Two.class, Three.class})
    @Import(KnownSettings.class)
    static class Room {}

    @ConfigurationProperties("cloisonne")
    record One(String baseUrl, Map<String, Cell> cells) {}

    record Cell(String gatePassword) {}

    @ConfigurationProperties("cloisonne.mail")
    record Two(List<String> senders) {}

    @ConfigurationProperties("cloisonne.two-words")
    record Three(String one) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cloisonne.base-url=http://x",
                "cloisonne.baseUrl=http://x",
                "cloisonne.cells.main.gate-password=x",
                "cloisonne.mail.senders=a,b",
                "cloisonne.two-words.one=a",
                "cloisonne.mail.senders[0]=a",
                "cloisonnette.base=another's"
            })
    void whatARecordReadsIsTaken(String setting) {
        runner.withPropertyValues(setting).run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cloisonne.base-urls=http://x",
                "cloisonne.cells.main.gatepass=x",
                "cloisonne.mail.sender=a",
                "cloisonne.demonstation=true"
            })
    void aSlipOfThePenIsRefusedByItsName(String setting) {
        runner.withPropertyValues(setting)
                .run(context ->
                        assertThat(context)
                                .getFailure()
                                .hasStackTraceContaining(
                                        "There is no setting "
                                                + setting.substring(0, setting.indexOf('='))));
    }

    @Test
    void theEnvironmentIsReadAlike() {
        started(
                        Map.of(
                                "CLOISONNE_BASE_URL", "http://x",
                                "CLOISONNE_CELLS_MAIN_GATEPASSWORD", "x"))
                .run(context ->
                        assertThat(context.getBean(One.class).baseUrl()).isEqualTo("http://x"));
        started(Map.of("CLOISONNE_CELLS_MAIN_GATE_PASSWORD", "x"))
                .run(context -> assertThat(context).hasNotFailed());
        started(Map.of("CLOISONNE_BASE_URLS", "x")).run(context -> assertThat(context).hasFailed());
    }

    private ApplicationContextRunner started(Map<String, Object> environment) {
        return runner.withInitializer(context ->
                context.getEnvironment()
                        .getPropertySources()
                        .addFirst(
                                new SystemEnvironmentPropertySource(
                                        "test-systemEnvironment", environment)));
    }
}
