package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.Component;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.habilitation.ReviewLine;
import fr.cloisonne.identity.habilitation.Scope;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The lines of a review in words. */
final class ReviewWords {

    private ReviewWords() {}

    /** By which profile, held where. */
    static String through(Component reader, ReviewLine line) {
        String place =
                switch (line.part().scope()) {
                    case Scope.OneCompany one -> reader.getTranslation("review.company");
                    case Scope.OnePortfolio one ->
                            reader.getTranslation("review.portfolio", line.part().placeName());
                    case Scope.WholeFirm whole -> reader.getTranslation("scope.firm");
                };
        return ProfileNames.of(reader, line.part()) + " · " + place;
    }

    static String source(Component reader, ReviewLine line) {
        PersonName giver = line.giver();
        return giver == null
                ? reader.getTranslation("rights.own")
                : reader.getTranslation("review.lent", giver.display());
    }

    /** By which doors the person comes in. */
    static String ways(Component reader, ReviewLine line) {
        List<String> ways = new ArrayList<>();
        if (line.password()) {
            ways.add(reader.getTranslation("review.password"));
        }
        line.issuers().forEach(issuer -> ways.add(host(issuer)));
        return ways.isEmpty() ? "–" : String.join(", ", ways);
    }

    private static String host(String issuer) {
        String host = URI.create(issuer).getHost();
        return host == null ? issuer : host;
    }
}
