package fr.cloisonne.identity.maildomain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.identity.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailDomainTests {

    private final SharedDomains shared = new SharedDomains();

    @Test
    void isReadAsPeopleWriteIt() {
        assertThat(MailDomain.tryParse(" @Cabinet-Alpes.Example "))
                .contains(new MailDomain("cabinet-alpes.example"));
        assertThat(MailDomain.tryParse("société.example").orElseThrow().name())
                .isEqualTo("xn--socit-esab.example");
        assertThat(MailDomain.of(new EmailAddress("Anne@Société.Example")))
                .isEqualTo(MailDomain.tryParse("société.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example",
                "a..example",
                "-a.example",
                "a.example.",
                "10.0.0.1",
                "a b.example",
                "a@b.example",
                "https://a.example",
                "*.example",
                "a.example/x",
                "a.1"
            })
    void whatIsNoDomainIsNone(String typed) {
        assertThat(MailDomain.tryParse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gmail.com",
                "orange.fr",
                "free.fr",
                "laposte.net",
                "sub.wanadoo.fr",
                "asso.fr"
            })
    void whereAnybodyHasAMailboxIsNobodysOwn(String name) {
        assertThat(shared.contains(new MailDomain(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cabinet-alpes.example", "club.asso.fr", "notgmail.com", "me.fr"})
    void aNameOfOnesOwnIs(String name) {
        assertThat(shared.contains(new MailDomain(name))).isFalse();
    }
}
