package fr.cloisonne.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTests {

    private static final Set<String> CONTEXT =
            Set.of("zoé.lefèvre@cabinet-dupré.example", "Zoé", "Lefèvre", "900000019");

    private final PasswordPolicy policy =
            new PasswordPolicy(new PasswordSettings(false), new GuessedFirst());
    private final PasswordPolicy composed =
            new PasswordPolicy(new PasswordSettings(true), new GuessedFirst());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quatre gros hérissons gris",
                "Vx7!mq-Tzp0&wKb",
                "пять слонов на крыше",
                "🦔🦔🦊 trois bêtes, deux tailles"
            })
    void longOnesMadeOfAnythingPass(String password) {
        assertThat(policy.faults(password, CONTEXT, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "motdepassemotdepasse",
                "aaaaaaaaaaaaaaaaaaaa",
                "azertyuiopqsdfghjklm",
                "qwertyuiop123456789",
                "123456789012345678",
                "bonjourbonjourbonjour"
            })
    void thoseThatAreTriedFirstDoNot(String password) {
        assertThat(policy.faults(password, CONTEXT, false)).contains(PasswordFault.COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "les 9 chats de LEFEVRE ronflent",
                "un dupre de lait en vaut deux",
                "mon 900000019 tient dans la poche"
            })
    void thoseMadeOfWhatIsKnownDoNot(String password) {
        assertThat(policy.faults(password, CONTEXT, false)).containsExactly(PasswordFault.CONTEXT);
    }

    @Test
    void fifteenCharactersAloneTwelveBesideAFactor() {
        String twelve = "Vx7!mq-Tzp0&";
        assertThat(policy.faults(twelve, CONTEXT, false)).containsExactly(PasswordFault.SHORT);
        assertThat(policy.faults(twelve, CONTEXT, true)).isEmpty();
        assertThat(policy.faults("Vx7!mq-Tzp0", CONTEXT, true)).contains(PasswordFault.SHORT);
    }

    @Test
    void composedCharactersCountAsOne() {
        String typed = "e\u0301".repeat(14);
        assertThat(policy.faults(typed, CONTEXT, false)).contains(PasswordFault.SHORT);
    }

    @Test
    void moreThanOneHundredAndTwentyEightAreNotCutButRefused() {
        assertThat(policy.faults("quatre gros hérissons gris ".repeat(5), CONTEXT, false))
                .containsExactly(PasswordFault.LONG);
    }

    @Test
    void whatTheyAreComposedOfMattersWhereItIsSet() {
        assertThat(composed.faults("quatre gros hérissons gris", CONTEXT, false))
                .containsExactly(PasswordFault.COMPOSITION);
        assertThat(composed.faults("Quatre gros hérissons gris : 4", CONTEXT, false)).isEmpty();
    }
}
