package fr.cloisonne.notification;

import fr.cloisonne.identity.habilitation.SubstitutionChanged;
import fr.cloisonne.identity.habilitation.SubstitutionChanged.Step;
import fr.cloisonne.identity.habilitation.SubstitutionNews;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Tells the substitute and the administrators how far a provisional administration is. */
@Component
class SubstitutionChangedMail implements MailTemplate<SubstitutionChanged> {

    private final SubstitutionNews news;

    SubstitutionChangedMail(SubstitutionNews news) {
        this.news = news;
    }

    @Override
    public Class<SubstitutionChanged> event() {
        return SubstitutionChanged.class;
    }

    @Override
    public List<Letter> letters(SubstitutionChanged event) {
        var told = news.of(event);
        String name = "substitution-" + event.step().name().toLowerCase(Locale.ROOT);
        List<Object> about = List.of(told.firm().legalName(), told.substitute().name().display());
        boolean toSubstitute = event.step() == Step.NAMED;
        return told.readers().stream()
                .filter(person -> !toSubstitute || person.id().equals(event.substitute()))
                .map(person ->
                        new Letter(
                                Recipient.of(person),
                                name,
                                about,
                                person.id().equals(event.substitute())
                                        ? "/absence"
                                        : "/f/" + told.firm().shortName() + "/handovers"))
                .toList();
    }
}
