package fr.cloisonne.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Test;

class ClientChangelogTests {

    /** What has been handed out: a tenant somewhere may have stopped at each of them. */
    private static final Map<Integer, String> RELEASED =
            Map.of(
                    1, "2-15bbe54924ccd985",
                    2, "6-57dfba710fc8c0b7",
                    3, "22-4729cdf619ebaf40",
                    4, "23-0d74b523e827d23a",
                    5, "24-b6a774a7f6eb3072",
                    6, "27-5428fa1fe3cb3f13");

    @Test
    void everyFileOfTheFolderIsAVersionOfItsOwn() throws LiquibaseException, IOException {
        try (var files = Files.list(Path.of("src/main/resources/db/changelog/client"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".sql")))
                    .as("each file stands in client.yaml, new ones at its end")
                    .hasSameSizeAs(ClientChangelog.read().versions());
        }
    }

    @Test
    void aReleasedVersionIsNeverAltered() throws LiquibaseException {
        List<ClientVersion> versions = ClientChangelog.read().versions();
        RELEASED.forEach((number, label) ->
                assertThat(versions.get(number - 1).label())
                        .as("version %d is with clients: what changes goes into a new file", number)
                        .isEqualTo(label));
        assertThat(versions)
                .as("a new version is put down here with its label")
                .hasSameSizeAs(RELEASED.keySet());
    }

    @Test
    void aVersionIsNumberedByItsPlaceAndKnownByItsLabel() throws LiquibaseException {
        ClientChangelog changelog = ClientChangelog.read();
        assertThat(changelog.versions())
                .extracting(ClientVersion::number)
                .startsWith(1, 2, 3)
                .isSorted();
        assertThat(changelog.versions()).extracting(ClientVersion::label).doesNotHaveDuplicates();
        assertThat(changelog.of(changelog.latest().label())).contains(changelog.latest());
        assertThat(changelog.of("1-0000000000000000")).isEmpty();
        assertThat(changelog.upTo(2).latest()).isEqualTo(changelog.versions().get(1));
    }
}
