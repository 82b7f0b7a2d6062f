package fr.cloisonne.notification;

import fr.cloisonne.identity.habilitation.RightNews;
import fr.cloisonne.notification.Letter.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Letters about a right, to the one who holds it. */
final class RightsTold {

    private RightsTold() {}

    static List<Letter> toHolder(String name, RightNews news) {
        List<Object> about = new ArrayList<>();
        about.add(news.firm().legalName());
        about.add(new Word("profile." + news.profile().name()));
        about.add(news.companyName() == null ? new Word("scope.firm") : news.companyName());
        about.add(news.giver() == null ? new Word("somebody") : news.giver().name().display());
        if (news.first() != null) {
            about.add(news.first());
            about.add(Objects.requireNonNull(news.last()));
        }
        return List.of(new Letter(Recipient.of(news.holder()), name, about, "/"));
    }
}
