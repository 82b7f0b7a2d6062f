package fr.cloisonne.db.keyring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.DatabaseSettings;
import fr.cloisonne.db.DatabaseSettings.Outbox;
import fr.cloisonne.db.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyringTests {

    private static final byte[] TEXT = "Société Générale d’Émaux".getBytes(UTF_8);

    @TempDir private Path folder;

    @Test
    void theKeyIsMadeOnceForItsOwnerAlone() throws IOException {
        Keyring first = keyring(null);
        Path file = folder.resolve("secrets/master-key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Keyring second = keyring(null);
        assertThat(second.keyId()).isEqualTo(first.keyId());
        assertThat(second.open("mail", first.seal("mail", TEXT))).isEqualTo(TEXT);
    }

    @Test
    void whatIsSealedOpensForItsPurposeAloneAndUnaltered() throws IOException {
        Keyring keyring = keyring(null);
        byte[] sealed = keyring.seal("totp", TEXT);
        assertThat(keyring.seal("totp", TEXT)).isNotEqualTo(sealed);
        assertThatThrownBy(() -> keyring.open("mail", sealed))
                .isInstanceOf(IllegalArgumentException.class);
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> keyring.open("totp", altered))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> keyring.open("totp", new byte[3]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eachPurposeAndEachMasterHasAKeyOfItsOwn() throws IOException {
        Keyring one = keyring(Base64.getEncoder().encodeToString(new byte[32]));
        assertThat(one.mac("audit", TEXT)).isNotEqualTo(one.mac("link", TEXT)).hasSize(32);
        Keyring other = keyring(null);
        assertThat(other.keyId()).isNotEqualTo(one.keyId());
        assertThat(other.mac("audit", TEXT)).isNotEqualTo(one.mac("audit", TEXT));
    }

    @Test
    void aKeyOfAnotherLengthIsRefused() {
        String tooShort = Base64.getEncoder().encodeToString(new byte[16]);
        assertThatThrownBy(() -> keyring(tooShort)).hasMessageContaining("32 bytes");
        assertThatThrownBy(() -> keyring("no key é"))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("not Base64")
                .hasMessageNotContaining("no key");
    }

    private Keyring keyring(@Nullable String given) throws IOException {
        return new Keyring(new DatabaseSettings(folder, given, null, Map.of(), new Outbox(false)));
    }
}
