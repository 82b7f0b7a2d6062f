package fr.cloisonne.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.identity.appointment.Appointment;
import fr.cloisonne.identity.appointment.AppointmentRefusedException;
import fr.cloisonne.identity.audit.ActKind;
import fr.cloisonne.identity.federation.ClientAuthentication;
import fr.cloisonne.identity.federation.ProviderRefusedException;
import fr.cloisonne.identity.federation.TryCheck;
import fr.cloisonne.identity.habilitation.Area;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.FactorRule;
import fr.cloisonne.identity.habilitation.Level;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.maildomain.DomainProof;
import fr.cloisonne.identity.maildomain.DomainRefusedException;
import fr.cloisonne.identity.matrix.MatrixMark;
import fr.cloisonne.identity.membership.InvitationRefusedException;
import fr.cloisonne.identity.membership.InvitationState;
import fr.cloisonne.identity.membership.RequestState;
import fr.cloisonne.identity.provisioning.ProvisioningRefusedException;
import fr.cloisonne.identity.signin.SessionEnd;
import fr.cloisonne.identity.technical.ConnectionRefusedException;
import fr.cloisonne.identity.technical.ConnectionScope;
import fr.cloisonne.identity.technical.TechnicalConnection;
import fr.cloisonne.invoicing.InvoiceSort;
import fr.cloisonne.invoicing.InvoiceStatus;
import fr.cloisonne.invoicing.StatusFamily;
import fr.cloisonne.invoicing.reading.Syntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundlesTests {

    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:\\.[A-Za-z0-9_-]+)+)\"");

    /** Texts whose key is put together from a code. */
    private static final List<String> FAMILIES =
            List.of(
                    "absence.extent.",
                    "absence.state.",
                    "appointment.banner.",
                    "appointments.",
                    "act.",
                    "activate.",
                    "audit.kind.",
                    "attest.refused.",
                    "area.",
                    "approvals.",
                    "invitation.",
                    "invitations.",
                    "own-rights.",
                    "people.",
                    "request.state.",
                    "export.",
                    "level.",
                    "matrix.mark.",
                    "plan.",
                    "tab.",
                    "capacity.",
                    "firm-wish.",
                    "link.",
                    "operator-join.",
                    "password.demand.",
                    "answer.",
                    "closed.",
                    "column.",
                    "connection.",
                    "consent.scope.",
                    "demand.rule.",
                    "tool.",
                    "tools.scope.",
                    "direction.",
                    "domain.done.",
                    "domain.proof.",
                    "domain.refused.",
                    "domain.state.",
                    "family.",
                    "forbidden.",
                    "import.",
                    "invalid.",
                    "mandate.",
                    "size.",
                    "busy.",
                    "failure.",
                    "identities.outcome.",
                    "join.door.",
                    "join.inside.",
                    "menu.",
                    "profile.",
                    "proof.",
                    "provider.authentication.",
                    "provider.done.",
                    "provider.refused.",
                    "provider.state.",
                    "provisioning.refused.",
                    "refused.",
                    "required.done.",
                    "right.",
                    "schemas.state.",
                    "scope.",
                    "signin.ended.",
                    "signin.error.",
                    "signin.role.",
                    "status.",
                    "substitute.duty.",
                    "substitute.state.",
                    "syntax.",
                    "title.",
                    "try.detail.",
                    "try.outcome.",
                    "try.subject.",
                    "unavailable.",
                    "unknown.",
                    "invoices.none",
                    "company.empty");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(keys(Locale.FRENCH)).isEqualTo(keys(Locale.ENGLISH));
    }

    @Test
    void everyTextIsAWellFormedMessage() {
        for (Locale language : Translations.LANGUAGES) {
            ResourceBundle words = bundle(language);
            assertThat(words.keySet())
                    .allSatisfy(key -> {
                        assertThat(words.getString(key)).isNotBlank().doesNotContain("'");
                        assertThat(new MessageFormat(words.getString(key), language)).isNotNull();
                    });
        }
    }

    @Test
    void everyCodeThatPeopleMeetHasWords() {
        assertThat(keys(Locale.FRENCH))
                .containsAll(of("status.", InvoiceStatus.values()))
                .containsAll(of("audit.kind.", ActKind.values()))
                .containsAll(of("family.", StatusFamily.values()))
                .containsAll(of("family.many.", StatusFamily.values()))
                .containsAll(of("column.", InvoiceSort.Field.values()))
                .containsAll(of("right.", Right.values()))
                .containsAll(of("profile.", Profile.SHIPPED))
                .containsAll(of("profile.may.", Profile.SHIPPED))
                .containsAll(of("profile.letter.", Profile.SHIPPED))
                .containsAll(of("area.", Area.values()))
                .containsAll(of("invitation.state.", InvitationState.values()))
                .containsAll(of("invitation.closed.", InvitationState.values()))
                .containsAll(of("invitation.refused.", InvitationRefusedException.Reason.values()))
                .containsAll(of("request.state.", RequestState.values()))
                .containsAll(of("level.", Level.values()))
                .containsAll(of("matrix.mark.", MatrixMark.Source.values()))
                .containsAll(of("profile.choice.", Profile.SHIPPED))
                .containsAll(of("signin.ended.", SessionEnd.values()))
                .containsAll(of("connection.scope.", ConnectionScope.values()))
                .containsAll(of("connection.state.", TechnicalConnection.State.values()))
                .containsAll(of("connection.refused.", ConnectionRefusedException.Reason.values()))
                .containsAll(of("syntax.", Syntax.values()))
                .containsAll(of("refused.", DelegationRefusedException.Reason.values()))
                .containsAll(of("domain.refused.", DomainRefusedException.Reason.values()))
                .containsAll(of("domain.proof.", DomainProof.values()))
                .containsAll(of("provider.refused.", ProviderRefusedException.Reason.values()))
                .containsAll(
                        of("provisioning.refused.", ProvisioningRefusedException.Reason.values()))
                .containsAll(of("demand.rule.", FactorRule.values()))
                .containsAll(of("appointments.kind.", Appointment.Kind.values()))
                .containsAll(of("appointments.state.", Appointment.State.values()))
                .containsAll(
                        of("appointments.refused.", AppointmentRefusedException.Reason.values()))
                .containsAll(of("appointment.banner.", Appointment.Kind.values()))
                .containsAll(of("try.subject.", TryCheck.Subject.values()))
                .containsAll(of("try.outcome.", TryCheck.Outcome.values()))
                .containsAll(of("provider.authentication.", ClientAuthentication.values()));
    }

    @Test
    void noTextIsMissingAndNoneIsLeftOver() throws IOException {
        Set<String> used = keysInTheCode();
        Set<String> known = keys(Locale.FRENCH);

        assertThat(known).containsAll(used);
        assertThat(known)
                .filteredOn(key -> FAMILIES.stream().noneMatch(key::startsWith))
                .allSatisfy(key -> assertThat(used).contains(key));
    }

    @Test
    void frenchPutsANarrowSpaceBeforeTallPunctuation() {
        ResourceBundle french = bundle(Locale.FRENCH);
        assertThat(french.keySet())
                .allSatisfy(key ->
                        assertThat(french.getString(key))
                                .doesNotContainPattern("[^\\u202F0-9][;!?]")
                                .doesNotContainPattern("[\\p{L} ]:"));
    }

    private static Set<String> keysInTheCode() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(BundlesTests::keysIn)
                    .filter(BundlesTests::isText)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> keysIn(Path file) {
        try {
            return KEY.matcher(Files.readString(file)).results().map(found -> found.group(1));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /** Names of bundles and files look like keys, and are none. */
    private static boolean isText(String key) {
        return !key.startsWith("vaadin") && !key.endsWith(".ico") && !key.endsWith(".css");
    }

    private static List<String> of(String prefix, List<?> codes) {
        return codes.stream().map(code -> prefix + code).toList();
    }

    private static List<String> of(String prefix, Enum<?>[] codes) {
        return Arrays.stream(codes).map(code -> prefix + code.name()).toList();
    }

    private static Set<String> keys(Locale language) {
        return new TreeSet<>(bundle(language).keySet());
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("vaadin-i18n.translations", language);
    }
}
