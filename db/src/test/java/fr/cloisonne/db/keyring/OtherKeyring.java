package fr.cloisonne.db.keyring;

import fr.cloisonne.db.DatabaseSettings;
import fr.cloisonne.db.DatabaseSettings.Outbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A keyring under a master key that nothing was written with. */
public final class OtherKeyring {

    private OtherKeyring() {}

    /** Made in this empty folder. */
    public static Keyring in(Path folder) throws IOException {
        return new Keyring(new DatabaseSettings(folder, null, null, Map.of(), new Outbox(false)));
    }
}
