package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.cloisonne.identity.habilitation.HabilitationId;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.ProfileSheet;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.matrix.MatrixMark;
import fr.cloisonne.identity.matrix.MatrixMark.Source;
import fr.cloisonne.identity.matrix.MatrixPerson;
import fr.cloisonne.identity.matrix.MatrixRow;
import fr.cloisonne.ui.shell.Toast;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One cell of the table: what a person holds in a place, whence, and what can be changed. */
class CellDialog extends Dialog {

    private final RightsDesk desk;
    private final MarkWords words;
    private final MatrixPerson person;
    private final MatrixRow row;
    private final boolean gives;
    private final Runnable changed;

    CellDialog(
            RightsDesk desk,
            MarkWords words,
            MatrixPerson person,
            MatrixRow row,
            boolean gives,
            Runnable changed) {
        this.desk = desk;
        this.words = words;
        this.person = person;
        this.row = row;
        this.gives = gives;
        this.changed = changed;
        setHeaderTitle(
                getTranslation("matrix.cell.title", People.name(person), Places.name(this, row)));
        setWidth("min(520px, 100vw)");
        List<MatrixMark> marks = row.of(person.card().id());
        add(marks.isEmpty() ? new Paragraph(getTranslation("rights.none")) : held(marks));
        if (gives) {
            add(new H3(getTranslation("matrix.give")), giving(marks));
        }
        getFooter().add(new Button(getTranslation("act.close"), press -> close()));
    }

    private UnorderedList held(List<MatrixMark> marks) {
        UnorderedList list = new UnorderedList();
        list.addClassName("lines");
        for (MatrixMark mark : marks) {
            Span sentence = new Span(words.sentence(mark));
            sentence.addClassName("grow");
            ListItem item = new ListItem(sentence);
            HabilitationId habilitation = mark.habilitation();
            if (gives && habilitation != null) {
                item.add(taking(mark, habilitation));
            }
            list.add(item);
        }
        return list;
    }

    private Button taking(MatrixMark mark, HabilitationId habilitation) {
        Button take = new Button(getTranslation("rights.revoke"));
        take.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        take.setAriaLabel(getTranslation("matrix.take", words.sentence(mark)));
        take.addClickListener(press ->
                desk.perform(
                        this,
                        () -> desk.services().granting().revoke(desk.person(), habilitation),
                        () -> taken(mark)));
        return take;
    }

    private void taken(MatrixMark mark) {
        done(
                getTranslation("rights.revoked"),
                mark.source() == Source.HERE ? () -> grant(mark.profile(), row.scope()) : null);
    }

    private Div giving(List<MatrixMark> marks) {
        Div buttons = new Div();
        buttons.addClassName("acts");
        for (ProfileSheet sheet : desk.profiles()) {
            boolean here =
                    marks.stream()
                            .anyMatch(mark ->
                                    mark.source() == Source.HERE
                                            && mark.profile().equals(sheet.profile()));
            if (!here) {
                Button give = new Button(ProfileNames.of(this, sheet));
                give.addThemeVariants(ButtonVariant.SMALL);
                give.addClickListener(press -> give(sheet.profile()));
                buttons.add(give);
            }
        }
        return buttons;
    }

    private void give(Profile profile) {
        AtomicReference<@Nullable HabilitationId> given = new AtomicReference<>();
        desk.perform(
                this,
                () -> given.set(grant(profile, row.scope())),
                () ->
                        done(
                                getTranslation("rights.granted"),
                                () -> {
                                    HabilitationId id = given.get();
                                    if (id != null) {
                                        desk.services().granting().revoke(desk.person(), id);
                                    }
                                }));
    }

    private HabilitationId grant(Profile profile, Scope scope) {
        return desk.services().granting().grant(desk.person(), person.card().id(), scope, profile);
    }

    private void done(String text, @Nullable Runnable undo) {
        close();
        changed.run();
        if (undo == null) {
            Toast.done(text);
        } else {
            Toast.undoable(
                    text, getTranslation("act.undo"), () -> desk.perform(this, undo, changed));
        }
    }
}
