package fr.cloisonne.identity.maildomain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.identity.maildomain.PublishedRecords.Answer;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client of the domain name system against a server that speaks RFC 1035. */
class DnsRecordsTests {

    private static final String TEXT = "cloisonne-verification=abc";

    private DatagramSocket socket;
    private List<String> published = List.of();
    private boolean exists = true;

    @BeforeEach
    void answers() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void stops() {
        socket.close();
    }

    @Test
    void findsTheTextAmongOthers() {
        published = List.of("v=spf1 -all", TEXT);
        assertThat(ask()).isEqualTo(Answer.PUBLISHED);
    }

    @Test
    void anotherTextIsNone() {
        published = List.of(TEXT + "d", "x " + TEXT);
        assertThat(ask()).isEqualTo(Answer.ABSENT);
    }

    @Test
    void aNameThatIsNotThereHasNone() {
        exists = false;
        assertThat(ask()).isEqualTo(Answer.ABSENT);
    }

    @Test
    void aServerThatIsSilentIsAway() {
        int gone = socket.getLocalPort();
        socket.close();
        assertThat(ask(gone)).isEqualTo(Answer.AWAY);
    }

    private Answer ask() {
        return ask(socket.getLocalPort());
    }

    private static Answer ask(int port) {
        return new DnsRecords("dns://127.0.0.1:" + port).ask("_cloisonne.firm.example", TEXT);
    }

    private void serve() {
        byte[] buffer = new byte[512];
        try {
            while (true) {
                var question = new DatagramPacket(buffer, buffer.length);
                socket.receive(question);
                byte[] answer = answer(Arrays.copyOf(buffer, question.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private byte[] answer(byte[] question) throws IOException {
        int end = 12;
        while (question[end] != 0) {
            end += question[end] + 1;
        }
        end += 5;
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.write(question, 0, 2);
        out.writeShort(exists ? 0x8580 : 0x8583);
        out.writeShort(1);
        out.writeShort(exists ? published.size() : 0);
        out.writeInt(0);
        out.write(question, 12, end - 12);
        for (String text : exists ? published : List.<String>of()) {
            byte[] said = text.getBytes(StandardCharsets.US_ASCII);
            out.writeShort(0xC00C);
            out.writeShort(16);
            out.writeShort(1);
            out.writeInt(60);
            out.writeShort(said.length + 1);
            out.writeByte(said.length);
            out.write(said);
        }
        return bytes.toByteArray();
    }
}
