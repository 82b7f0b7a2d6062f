package fr.cloisonne.notification;

import fr.cloisonne.identity.habilitation.RightNews;
import fr.cloisonne.identity.habilitation.RightPart;
import fr.cloisonne.notification.Letter.Listed;
import fr.cloisonne.notification.Letter.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Letters about a right, to the one who holds it. */
final class RightsTold {

    private RightsTold() {}

    static List<Letter> toHolder(String name, RightNews news) {
        List<Object> about = new ArrayList<>();
        about.add(news.firm().legalName());
        about.add(profiles(news.parts()));
        about.add(places(news.parts()));
        about.add(news.giver() == null ? new Word("somebody") : news.giver().name().display());
        if (news.first() != null) {
            about.add(news.first());
            about.add(Objects.requireNonNull(news.last()));
        }
        return List.of(new Letter(Recipient.of(news.holder()), name, about, "/"));
    }

    static Listed profiles(List<RightPart> parts) {
        return listed(parts, RightsTold::profile);
    }

    static Listed places(List<RightPart> parts) {
        return listed(parts, RightsTold::place);
    }

    private static Listed listed(List<RightPart> parts, Function<RightPart, Object> what) {
        return new Listed(parts.stream().map(what).distinct().toList());
    }

    private static Object profile(RightPart part) {
        String own = part.profileName();
        return own == null ? new Word("profile." + part.profile().code()) : own;
    }

    private static Object place(RightPart part) {
        String name = part.placeName();
        return name == null ? new Word("scope.firm") : name;
    }
}
