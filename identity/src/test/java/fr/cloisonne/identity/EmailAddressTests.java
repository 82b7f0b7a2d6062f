package fr.cloisonne.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x<victim@cabinet.example>",
                "x<victim@cabinet.example",
                "\"victim\"@cabinet.example",
                "victim(note)@cabinet.example",
                "victim@cabinet.example,other@cabinet.example",
                "vic\u200btim@cabinet.example",
                "vic\u202etim@cabinet.example",
                "vic\u0085tim@cabinet.example",
                "vic\u2028tim@cabinet.example",
                "victim@[192.0.2.1]",
                "victim@@cabinet.example",
                "victim"
            })
    void oneMailboxHasOneKey(String typed) {
        assertThat(EmailAddress.tryParse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o'connor+factures@cabinet.example",
                "hélène.durand@cabinet.example",
                "a_b-c.d&e/f=g@cabinet.example"
            })
    void whatPeopleHaveIsTaken(String typed) {
        assertThat(EmailAddress.tryParse(typed)).isPresent();
    }

    @Test
    void theKeyIsOneHoweverItIsTyped() {
        assertThat(new EmailAddress(" Hélène@Société.Example ").key())
                .isEqualTo("hélène@xn--socit-esab.example");
    }
}
