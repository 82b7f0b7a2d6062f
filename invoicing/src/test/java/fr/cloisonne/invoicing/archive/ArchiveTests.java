package fr.cloisonne.invoicing.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.invoicing.archive.ArchiveItem.Held;
import fr.cloisonne.invoicing.archive.ArchiveItem.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTests {

    private static final ArchiveLimits SMALL = new ArchiveLimits(1_000_000, 3_000_000, 50, 100_000);

    @TempDir private Path folder;

    @Test
    void aZipGivesItsDocumentsInOrderAndLeavesOutWhatSystemsAdd() throws IOException {
        assertThat(
                        read(
                                zip(
                                        "été/a.xml",
                                        "A",
                                        "b.xml",
                                        "B",
                                        "__MACOSX/._a.xml",
                                        "x",
                                        ".DS_Store",
                                        "")))
                .containsExactly("été/a.xml=A", "b.xml=B");
    }

    @Test
    void aTarGzGivesItsDocuments() throws IOException {
        assertThat(read(tar(out -> put(out, "lot/a.xml", "A"), out -> put(out, "b.xml", "B"))))
                .containsExactly("lot/a.xml=A", "b.xml=B");
    }

    @Test
    void aLongNameOfATarIsRead() throws IOException {
        String name = "x".repeat(300) + ".xml";
        assertThat(read(tar(out -> put(out, name, "A")))).containsExactly(name + "=A");
    }

    @Test
    void pathsThatLeadOutsideAreNamedAndTheOthersRead() throws IOException {
        assertThat(
                        read(
                                zip(
                                        "../a",
                                        "1",
                                        "b/../../c",
                                        "2",
                                        "/etc/passwd",
                                        "3",
                                        "C:\\a.xml",
                                        "4",
                                        "..\\d",
                                        "5",
                                        "fine..xml",
                                        "6")))
                .containsExactly(
                        "../a CLO-ARCHIVE-PATH",
                        "b/../../c CLO-ARCHIVE-PATH",
                        "/etc/passwd CLO-ARCHIVE-PATH",
                        "C:/a.xml CLO-ARCHIVE-PATH",
                        "../d CLO-ARCHIVE-PATH",
                        "fine..xml=6");
        assertThat(staged()).isEmpty();
    }

    @Test
    void linksAndDevicesOfATarAreNamedAndNotFollowed() throws IOException {
        assertThat(
                        read(
                                tar(
                                        out -> link(out, "soft", TarConstants.LF_SYMLINK),
                                        out -> link(out, "hard", TarConstants.LF_LINK),
                                        out -> link(out, "pipe", TarConstants.LF_FIFO),
                                        out -> put(out, "a.xml", "A"))))
                .containsExactly(
                        "soft CLO-ARCHIVE-LINK",
                        "hard CLO-ARCHIVE-LINK",
                        "pipe CLO-ARCHIVE-LINK",
                        "a.xml=A");
    }

    @Test
    void anArchiveInsideIsNamed() throws IOException {
        byte[] inner = Files.readAllBytes(zip("a.xml", "A"));
        byte[] zipped = Files.readAllBytes(tar(out -> put(out, "a.xml", "A")));
        Path outer = file();
        try (var out = new ZipOutputStream(Files.newOutputStream(outer))) {
            put(out, "lot.zip", inner);
            put(out, "facture.pdf", zipped);
            put(out, "b.xml", "B".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(outer))
                .containsExactly(
                        "lot.zip CLO-ARCHIVE-NESTED", "facture.pdf CLO-ARCHIVE-NESTED", "b.xml=B");
    }

    @Test
    void anEntryBeyondItsLimitIsNamedAndTheNextRead() throws IOException {
        assertThat(read(zip("big", "x".repeat(100_001), "a.xml", "A", "just", "y".repeat(100_000))))
                .startsWith("big CLO-FILE-TOO-BIG", "a.xml=A")
                .hasSize(3)
                .allMatch(line -> !line.startsWith("just C"));
    }

    @Test
    void aBombEndsTheReadingAtTheLimitOfAll() throws IOException {
        Path bomb = file();
        try (var out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.setLevel(Deflater.BEST_COMPRESSION);
            out.putNextEntry(new ZipEntry("bomb"));
            for (int i = 0; i < 400; i++) {
                out.write(new byte[1_000_000]);
            }
        }
        assertThat(Files.size(bomb)).isLessThan(1_000_000);
        assertThat(read(bomb)).containsExactly(" CLO-ARCHIVE-TOO-BIG");
        assertThat(staged()).isEmpty();
    }

    @Test
    void moreEntriesThanMayBeAreNotRead() throws IOException {
        String[] many =
                Stream.iterate(0, i -> i + 1)
                        .limit(60)
                        .flatMap(i -> Stream.of("f" + i, "x"))
                        .toArray(String[]::new);
        assertThat(read(zip(many))).hasSize(51).endsWith(" CLO-ARCHIVE-TOO-MANY");
    }

    @Test
    void anArchiveBeyondItsLimitIsNotOpened() throws IOException {
        Path big = file();
        Files.write(big, new byte[1_000_001]);
        assertThat(read(big)).containsExactly(" CLO-ARCHIVE-TOO-BIG");
    }

    @Test
    void aHeaderThatAsksForMoreThanAHeaderIsRefusedInLittleMemory() throws IOException {
        // A name of 200 MB, as GNU tar writes long names.
        Path file = file();
        try (var zipped = new GZIPOutputStream(Files.newOutputStream(file))) {
            zipped.write(header("././@LongLink", 200_000_000, (byte) 'L'));
            for (int i = 0; i < 200; i++) {
                zipped.write(new byte[1_000_000]);
            }
        }
        assertThat(read(file)).containsExactly(" CLO-ARCHIVE-BROKEN");
    }

    @Test
    void whatWasCutIsNamedAfterWhatCouldBeRead() throws IOException {
        byte[] whole = Files.readAllBytes(zip("a.xml", "A".repeat(50), "b.xml", "B"));
        Path cut = file();
        Files.write(cut, Arrays.copyOf(whole, whole.length - 100));
        assertThat(read(cut)).endsWith(" CLO-ARCHIVE-BROKEN");
        byte[] tar = Files.readAllBytes(tar(out -> put(out, "a.xml", "A".repeat(2_000))));
        Files.write(cut, Arrays.copyOf(tar, tar.length - 9));
        assertThat(read(cut)).endsWith(" CLO-ARCHIVE-BROKEN");
    }

    @Test
    void anEntryThatOnlyTheDirectoryAtTheEndNamesIsMissed() throws IOException {
        byte[] whole = Files.readAllBytes(zip("a.xml", "A", "b.xml", "B"));
        // Two entries are announced where one is found.
        byte[] one = Files.readAllBytes(zip("a.xml", "A"));
        one[one.length - 12] = whole[whole.length - 12];
        Path file = file();
        Files.write(file, one);
        assertThat(read(file)).containsExactly("a.xml=A", " CLO-ARCHIVE-BROKEN");
    }

    @Test
    void aLockedEntryIsNamed() throws IOException {
        byte[] whole = Files.readAllBytes(stored("a.xml", "A"));
        // General purpose bit 0: encrypted.
        whole[6] |= 1;
        Path locked = file();
        Files.write(locked, whole);
        assertThat(read(locked)).containsExactly("a.xml CLO-ARCHIVE-LOCKED");
    }

    @Test
    void whatTheReceiverThrowsIsNoFaultOfTheArchive() throws IOException {
        Path archive = zip("a.xml", "A");
        assertThatThrownBy(() ->
                        new Archive(archive, SMALL)
                                .read(
                                        folder,
                                        item -> {
                                            throw new IllegalStateException("mine");
                                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("mine");
        assertThatThrownBy(() -> new Archive(archive, SMALL).read(folder.resolve("none"), i -> {}))
                .isInstanceOf(IOException.class);
    }

    @Test
    void anEmptyArchiveIsNamed() throws IOException {
        assertThat(read(zip())).containsExactly(" CLO-ARCHIVE-EMPTY");
        assertThat(read(zip("folder/", ""))).containsExactly(" CLO-ARCHIVE-EMPTY");
    }

    @Test
    void namesThatTurnTheLineAreShownWithoutThat() throws IOException {
        assertThat(read(zip("a\u202Elmx.exe\n", "A"))).containsExactly("a\uFFFDlmx.exe\uFFFD=A");
    }

    @Test
    void mutilatedArchivesNeverRaiseAndStayWithinTheirLimits() throws IOException {
        boolean full = "full".equals(System.getProperty("tests.size"));
        byte[] zip = Files.readAllBytes(zip("a.xml", "A".repeat(400), "b.xml", "B"));
        byte[] tar =
                Files.readAllBytes(
                        tar(out -> put(out, "a.xml", "A".repeat(900)), out -> put(out, "b", "B")));
        SplittableRandom random = new SplittableRandom(20_261_125);
        Path file = file();
        for (int i = 0; i < (full ? 20_000 : 600); i++) {
            byte[] broken = (i % 2 == 0 ? zip : tar).clone();
            for (int hits = 1 + random.nextInt(6); hits > 0; hits--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            Files.write(file, broken);
            assertThatCode(() -> read(file)).as("mutilation %d", i).doesNotThrowAnyException();
        }
    }

    private List<String> read(Path archive) throws IOException {
        List<String> lines = new ArrayList<>();
        Files.createDirectories(folder.resolve("staging"));
        new Archive(archive, SMALL)
                .read(
                        folder.resolve("staging"),
                        item ->
                                lines.add(
                                        switch (item) {
                                            case Held held -> held.name() + "=" + taken(held);
                                            case Refused no -> no.name() + " " + no.rule();
                                        }));
        return lines;
    }

    private static String taken(Held held) {
        try {
            String content = Files.readString(held.file(), StandardCharsets.ISO_8859_1);
            Files.delete(held.file());
            return content;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<Path> staged() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("staging"))) {
            return files.toList();
        }
    }

    private Path file() throws IOException {
        return Files.createTempFile(folder, "archive", null);
    }

    private Path zip(String... namesAndContents) throws IOException {
        Path file = file();
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                put(
                        out,
                        namesAndContents[i],
                        namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private Path stored(String name, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        Path file = file();
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(entry);
            out.write(bytes);
        }
        return file;
    }

    private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }

    @FunctionalInterface
    private interface Part {

        void to(TarArchiveOutputStream out) throws IOException;
    }

    private Path tar(Part... parts) throws IOException {
        Path file = file();
        try (OutputStream zipped = new GZIPOutputStream(Files.newOutputStream(file));
                var out = new TarArchiveOutputStream(zipped, StandardCharsets.UTF_8.name())) {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Part part : parts) {
                part.to(out);
            }
        }
        return file;
    }

    private static void put(TarArchiveOutputStream out, String name, String content)
            throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        out.putArchiveEntry(entry);
        out.write(bytes);
        out.closeArchiveEntry();
    }

    private static void link(TarArchiveOutputStream out, String name, byte kind)
            throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, kind);
        entry.setLinkName("/etc/passwd");
        out.putArchiveEntry(entry);
        out.closeArchiveEntry();
    }

    private static byte[] header(String name, long size, byte kind) throws IOException {
        var bytes = new ByteArrayOutputStream();
        byte[] record = new byte[512];
        TarArchiveEntry entry = new TarArchiveEntry(name, kind);
        entry.setSize(size);
        entry.writeEntryHeader(record);
        bytes.write(record);
        return bytes.toByteArray();
    }
}
