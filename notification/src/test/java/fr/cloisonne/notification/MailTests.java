package fr.cloisonne.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.cloisonne.db.SettableClock;
import java.net.URI;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTests {

    private static final String SECRET = "https://cloisonne.example/activate?t=SECRET";

    @Test
    void namesCannotBecomeMarkup() {
        Mail mail = mail("<b>Œdipe & Fils</b>");
        assertThat(MailText.html(mail))
                .contains("&lt;b&gt;Œdipe &amp; Fils&lt;/b&gt;")
                .contains("href=\"" + SECRET + "\"")
                .doesNotContain("<b>");
        assertThat(MailText.plain(mail)).contains("<b>Œdipe & Fils</b>").contains(SECRET);
    }

    @Test
    void nothingThatAMailSaysReachesALog() {
        assertThat(mail("Bonjour")).hasToString("a mail");
        int nobody = 1;
        assertThatThrownBy(() -> outlet(nobody, false).send(mail("Bonjour")))
                .isInstanceOf(MailNotSentException.class)
                .hasNoCause()
                .hasMessageNotContainingAny("SECRET", "personne@", "Bonjour");
    }

    @Test
    void withoutEncryptionNothingLeavesWhereItIsAskedFor() {
        GreenMail plain = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
        plain.start();
        try {
            int port = plain.getSmtp().getPort();
            assertThatThrownBy(() -> outlet(port, true).send(mail("Bonjour")))
                    .isInstanceOf(MailNotSentException.class);
            assertThat(plain.getReceivedMessages()).isEmpty();
            outlet(port, false).send(mail("Bonjour"));
            assertThat(plain.getReceivedMessages()).hasSize(1);
        } finally {
            plain.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65_536})
    void aPortThatIsNoneIsRefused(int port) {
        assertThatThrownBy(() ->
                        new MailSettings("smtp.example", port, null, null, "a@b.example", true))
                .hasMessageContaining("cloisonne.mail.port");
    }

    @Test
    void aServerNeedsASenderAndAUserAPassword() {
        assertThatThrownBy(() -> new MailSettings("smtp.example", 587, null, null, null, true))
                .hasMessageContaining("cloisonne.mail.from");
        assertThatThrownBy(() -> new MailSettings("smtp.example", 587, null, null, "nobody", true))
                .hasMessageContaining("cloisonne.mail.from");
        assertThatThrownBy(() ->
                        new MailSettings("smtp.example", 587, "me", null, "a@b.example", true))
                .hasMessageContaining("cloisonne.mail.password");
        assertThat(new MailSettings(null, 587, null, null, null, true).sender().getAddress())
                .isEqualTo("cloisonne@localhost");
    }

    @Test
    void bothLanguagesSayTheSameThingsWell() {
        ResourceBundle french = Letters.words(Locale.FRENCH);
        ResourceBundle english = Letters.words(Locale.ENGLISH);
        assertThat(french.keySet()).isEqualTo(english.keySet());
        for (ResourceBundle words : List.of(french, english)) {
            assertThat(words.keySet())
                    .allSatisfy(key -> {
                        assertThat(words.getString(key)).isNotBlank().doesNotContain("'");
                        assertThat(new MessageFormat(words.getString(key))).isNotNull();
                    });
        }
        assertThat(french.keySet())
                .allSatisfy(key ->
                        assertThat(french.getString(key))
                                .doesNotContainPattern("[^\\u202F0-9][;!?]")
                                .doesNotContainPattern("[\\p{L} ]:"));
    }

    private static SmtpOutlet outlet(int port, boolean starttls) {
        return new SmtpOutlet(NotificationRoom.settings(port, starttls), new SettableClock());
    }

    private static Mail mail(String paragraph) {
        return new Mail(
                "personne@cabinet.example",
                Locale.FRENCH,
                "Objet",
                List.of(paragraph),
                new Mail.Act("Activer", URI.create(SECRET)),
                "Pied");
    }
}
