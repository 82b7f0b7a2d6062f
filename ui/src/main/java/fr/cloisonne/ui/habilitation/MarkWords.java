package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.Component;
import fr.cloisonne.identity.matrix.MatrixMark;
import fr.cloisonne.identity.matrix.MatrixMark.Source;
import fr.cloisonne.identity.matrix.MatrixPerson;
import fr.cloisonne.identity.matrix.MatrixRow;
import fr.cloisonne.ui.text.Formats;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a cell says: letters for who looks, sentences for who listens. */
class MarkWords {

    private final Component reader;
    private final Formats formats;

    MarkWords(Component reader, Formats formats) {
        this.reader = reader;
        this.formats = formats;
    }

    /** Each a tone and its letters; texts, since the page's templates know no maps. */
    List<String> marks(List<MatrixMark> marks) {
        return marks.stream()
                .map(mark -> tone(mark.source()) + " " + letters(mark))
                .distinct()
                .toList();
    }

    String label(MatrixPerson person, MatrixRow row) {
        List<MatrixMark> marks = row.of(person.card().id());
        String held =
                marks.isEmpty()
                        ? reader.getTranslation("matrix.nothing")
                        : marks.stream().map(this::sentence).collect(Collectors.joining(" ; "));
        return reader.getTranslation(
                "matrix.cell", People.name(person), Places.name(reader, row), held);
    }

    /** A profile and whence it comes, and until when where it ends. */
    String sentence(MatrixMark mark) {
        String until = formats.day(mark.until());
        String said =
                reader.getTranslation(
                        "matrix.mark." + mark.source().name(),
                        ProfileNames.of(reader, mark.profile(), mark.profileName()),
                        mark.sourceName() == null ? "" : mark.sourceName(),
                        until);
        return mark.until() == null || mark.source() == Source.LENT
                ? said
                : reader.getTranslation("matrix.mark.until", said, until);
    }

    private String letters(MatrixMark mark) {
        String own = mark.profileName();
        if (own == null) {
            return reader.getTranslation("profile.letter." + mark.profile().code());
        }
        return own.substring(
                0, own.offsetByCodePoints(0, Math.min(2, own.codePointCount(0, own.length()))));
    }

    private static String tone(Source source) {
        return source.name().toLowerCase(Locale.ROOT);
    }
}
