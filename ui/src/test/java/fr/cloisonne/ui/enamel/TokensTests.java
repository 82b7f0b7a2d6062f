package fr.cloisonne.ui.enamel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTests {

    @ParameterizedTest
    @CsvSource({
        "ink, ground",
        "ink, surface",
        "ink-soft, ground",
        "ink-soft, surface",
        "cobalt, ground",
        "on-cobalt, cobalt",
        "slate, slate-field",
        "green, green-field",
        "vermilion, vermilion-field",
        "plum, plum-field",
        "grey, grey-field"
    })
    void textCanBeReadInTheLightAndInTheDarkScheme(String text, String field) throws IOException {
        assertThat(Contrast.between(token(text, 1), token(field, 1))).isGreaterThanOrEqualTo(4.5);
        assertThat(Contrast.between(token(text, 2), token(field, 2))).isGreaterThanOrEqualTo(4.5);
    }

    private static String token(String name, int scheme) throws IOException {
        Matcher token =
                Pattern.compile("--" + name + ": light-dark\\((#\\w{6}), (#\\w{6})\\)")
                        .matcher(styles());
        assertThat(token.find()).as(name).isTrue();
        return token.group(scheme);
    }

    private static String styles() throws IOException {
        try (InputStream sheet =
                TokensTests.class.getResourceAsStream("/META-INF/resources/styles.css")) {
            return new String(Objects.requireNonNull(sheet).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
