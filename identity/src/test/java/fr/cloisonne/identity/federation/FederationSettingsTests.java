package fr.cloisonne.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.StartRefusedException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FederationSettingsTests {

    @Test
    void aSecretIsTheUsualProof() {
        FederationSettings settings = settings(Map.of("client-secret", "secret"));
        assertThatCode(settings::requireProofs).doesNotThrowAnyException();
        assertThat(settings.provesByKey()).isFalse();
    }

    @Test
    void aKeyNeedsNone() {
        FederationSettings settings = settings(Map.of("client-authentication", "private_key"));
        assertThatCode(settings::requireProofs).doesNotThrowAnyException();
        assertThat(settings.provesByKey()).isTrue();
    }

    @Test
    void neitherOrBothRefusesTheStartInALine() {
        assertThatThrownBy(settings(Map.of("client-secret", " "))::requireProofs)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith(
                        "cloisonne.federation.providers.portal.client-secret is missing")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(
                        settings(
                                        Map.of(
                                                "client-secret",
                                                "secret",
                                                "client-authentication",
                                                "private_key"))
                                ::requireProofs)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("take it out");
    }

    private static FederationSettings settings(Map<String, String> given) {
        Map<String, String> all = new HashMap<>();
        String provider = "cloisonne.federation.providers.portal.";
        all.put(provider + "issuer", "https://portal.example");
        all.put(provider + "client-id", "us");
        all.put(provider + "label", "Portal");
        given.forEach((name, value) -> all.put(provider + name, value));
        return new Binder(new MapConfigurationPropertySource(all))
                .bind("cloisonne.federation", FederationSettings.class)
                .get();
    }
}
