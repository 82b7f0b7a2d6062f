package fr.cloisonne.invoicing.compliance;

import fr.cloisonne.invoicing.reading.Reading.Document;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * CLO-PROFILE: the profile (BT-24) is EN 16931, something built upon it, or one of the two Factur-X
 * profiles below it. The official rules check a document by whatever profile it claims.
 */
@Component
final class ProfileIsKnown implements ComplianceRule {

    private static final Pattern KNOWN =
            Pattern.compile(
                    "urn:cen\\.eu:en16931:2017(#.+)?|urn:factur-x\\.eu:1p0:(minimum|basicwl)");

    @Override
    public Stream<Anomaly> check(Document document, CheckContext context) {
        String profile = document.invoice().profile();
        // A missing one is BR-01's.
        return profile == null || KNOWN.matcher(profile).matches()
                ? Stream.empty()
                : Stream.of(
                        Anomaly.error("CLO-PROFILE", "BT-24", profile, "urn:cen.eu:en16931:2017"));
    }
}
