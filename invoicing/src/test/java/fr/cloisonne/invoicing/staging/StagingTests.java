package fr.cloisonne.invoicing.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.DatabaseSettings;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class StagingTests {

    private static final int PIECE = 64 * 1024;
    private static final long LONGEST = 10 * PIECE;

    private final UserAccountId person = new UserAccountId(new UUID(0, 1));
    private final UserAccountId colleague = new UserAccountId(new UUID(0, 2));
    private final FirmId firm = new FirmId(new UUID(0, 3));

    @TempDir private Path data;
    private StagingFolder folder;

    @BeforeEach
    void aFolder() throws IOException {
        folder = new StagingFolder(settings());
    }

    @AfterEach
    void gone() throws IOException {
        folder.close();
    }

    @Test
    void aFileComesWholeAndGoesWithItsRoom() throws IOException {
        Staging staging = staging(3 * PIECE, 100 * PIECE, Duration.ZERO);
        for (int round = 0; round < 50; round++) {
            try (StagedFile file = take(staging, person, 2 * PIECE)) {
                assertThat(file.size()).isEqualTo(2 * PIECE).isEqualTo(Files.size(file.content()));
            }
        }
        assertThat(staged()).isEmpty();
    }

    @Test
    void whatIsLongerThanAllowedLeavesNothing() throws IOException {
        Staging staging = staging(20 * PIECE, 20 * PIECE, Duration.ZERO);
        for (int round = 0; round < 5; round++) {
            assertThat(staging.take(person, firm, LONGEST, bytes((int) LONGEST + 1))).isEmpty();
        }
        assertThat(staged()).isEmpty();
        assertThat(take(staging, person, (int) LONGEST).size()).isEqualTo(LONGEST);
    }

    @Test
    void onePersonsFilesStayBelowTheirQuotaAndAnothersGoOn() throws IOException {
        Staging staging = staging(3 * PIECE, 100 * PIECE, Duration.ZERO);
        take(staging, person, PIECE);
        assertThatThrownBy(() -> take(staging, person, 2 * PIECE))
                .isInstanceOf(NoRoomException.class);
        assertThat(staged()).hasSize(1);
        take(staging, colleague, PIECE);
    }

    @Test
    void aFirmsFilesStayBelowItsQuota() throws IOException {
        Staging staging = staging(100 * PIECE, 5 * PIECE, Duration.ZERO);
        take(staging, person, 2 * PIECE);
        assertThatThrownBy(() -> take(staging, colleague, 2 * PIECE))
                .isInstanceOf(NoRoomException.class);
        FirmId another = new FirmId(new UUID(0, 4));
        assertThat(staging.take(colleague, another, LONGEST, bytes(2 * PIECE))).isPresent();
    }

    @Test
    void filesOfNothingCountTooSoThatTheirNumberIsBounded() throws IOException {
        Staging staging = staging(3 * PIECE, 100 * PIECE, Duration.ZERO);
        for (int n = 0; n < 3; n++) {
            take(staging, person, 0);
        }
        assertThatThrownBy(() -> take(staging, person, 0)).isInstanceOf(NoRoomException.class);
    }

    @Test
    void whoeverFindsNoRoomWaitsUntilAFileIsJudged() throws Exception {
        Staging staging = staging(3 * PIECE, 100 * PIECE, Duration.ofMinutes(2));
        StagedFile first = take(staging, person, 2 * PIECE);
        CompletableFuture<StagedFile> second = new CompletableFuture<>();
        Thread sending =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                second.complete(take(staging, person, 2 * PIECE));
                            } catch (IOException failed) {
                                second.completeExceptionally(failed);
                            }
                        });
        while (sending.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(second).isNotDone();
        first.close();
        assertThat(second.get().size()).isEqualTo(2 * PIECE);
    }

    @Test
    void whatIsWrittenToBeSentCountsToo() throws IOException {
        Staging staging = staging(3 * PIECE, 100 * PIECE, Duration.ZERO);
        try (StagedFile file =
                staging.write(person, firm, out -> out.write(new byte[2 * PIECE + 1]))) {
            ByteArrayOutputStream sent = new ByteArrayOutputStream();
            file.sendTo(sent);
            assertThat(sent.size()).isEqualTo(2 * PIECE + 1);
            assertThatThrownBy(() -> take(staging, person, 1)).isInstanceOf(NoRoomException.class);
        }
        assertThatThrownBy(() ->
                        staging.write(
                                person,
                                firm,
                                out -> {
                                    for (int n = 0; n < 10 * PIECE; n++) {
                                        out.write(n);
                                    }
                                }))
                .isInstanceOf(NoRoomException.class);
        assertThat(staged()).isEmpty();
        assertThat(take(staging, person, PIECE).size()).isEqualTo(PIECE);
    }

    @Test
    void aSenderWhoBreaksOffLeavesNothing() throws IOException {
        Staging staging = staging(3 * PIECE, 3 * PIECE, Duration.ZERO);
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("gone");
                    }

                    @Override
                    public int read(byte[] bytes, int from, int length) throws IOException {
                        throw new IOException("gone");
                    }
                };
        for (int round = 0; round < 5; round++) {
            assertThatThrownBy(() -> staging.take(person, firm, LONGEST, broken))
                    .hasMessage("gone");
        }
        assertThat(staged()).isEmpty();
        take(staging, person, PIECE);
    }

    @Test
    void theDiskIsNeverFilled() {
        Staging staging =
                new Staging(
                        new StagingSettings(
                                DataSize.ofGigabytes(1),
                                DataSize.ofGigabytes(1),
                                DataSize.ofTerabytes(1_000_000),
                                Duration.ZERO),
                        folder);
        assertThatThrownBy(() -> take(staging, person, 1)).isInstanceOf(NoRoomException.class);
    }

    @Test
    void whatAKilledNodeLeftIsSweptAndTheLivingOnesFilesStay() throws IOException {
        Staging staging = staging(100 * PIECE, 100 * PIECE, Duration.ZERO);
        StagedFile alive = take(staging, person, 1);
        Path killed = Files.createDirectories(data.resolve("staging/node-killed"));
        Files.writeString(killed.resolve("file1.tmp"), "left");
        FileChannel.open(
                        data.resolve("staging/node-killed.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)
                .close();
        StagingFolder next = new StagingFolder(settings());
        assertThat(killed).doesNotExist();
        assertThat(data.resolve("staging/node-killed.lock")).doesNotExist();
        assertThat(alive.content()).exists();
        next.close();
        assertThat(alive.content()).exists();
    }

    private StagedFile take(Staging staging, UserAccountId whose, int length) throws IOException {
        return staging.take(whose, firm, LONGEST, bytes(length)).orElseThrow();
    }

    private Staging staging(long ofPerson, long ofFirm, Duration patience) {
        return new Staging(
                new StagingSettings(
                        DataSize.ofBytes(ofPerson),
                        DataSize.ofBytes(ofFirm),
                        DataSize.ofBytes(0),
                        patience),
                folder);
    }

    private List<Path> staged() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file -> file.toString().endsWith(".tmp")).toList();
        }
    }

    private DatabaseSettings settings() {
        return new DatabaseSettings(data, null, null, Map.of(), new DatabaseSettings.Outbox(false));
    }

    private static InputStream bytes(int length) {
        return new ByteArrayInputStream(new byte[length]);
    }
}
