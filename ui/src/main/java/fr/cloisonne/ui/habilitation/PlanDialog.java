package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.GrantLine;
import fr.cloisonne.identity.habilitation.ProfileSheet;
import fr.cloisonne.ui.enamel.DialogFoot;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.Toast;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An act on many rights: asked for, shown, then done. Any change of the wish hides what was shown.
 */
abstract class PlanDialog extends Dialog {

    private final RightsDesk desk;
    private final Runnable changed;
    private final Div shown = new Div();
    private final Button preview = new Button();
    private final Button perform;
    private List<GrantLine> lines = List.of();

    PlanDialog(RightsDesk desk, String title, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        setHeaderTitle(getTranslation(title));
        setWidth("min(680px, 100vw)");
        preview.setText(getTranslation("plan.preview"));
        preview.addClickListener(press -> preview());
        perform =
                DialogFoot.of(
                        this, "", () -> desk.services().stepUp().perform(this::carryOut), preview);
        hide();
    }

    /** What is asked for, judged line by line; empty where not enough is said. */
    abstract List<GrantLine> wanted();

    /** Whether rights are taken, rather than given. */
    abstract boolean takes();

    /** The people and places that the lines speak of. */
    abstract Map<UserAccountId, PersonCard> people();

    abstract Map<UUID, String> places();

    final RightsDesk desk() {
        return desk;
    }

    /** The last part of the dialog, below its fields. */
    final Div shown() {
        return shown;
    }

    final void hide() {
        shown.removeAll();
        lines = List.of();
        offers(false);
    }

    /** Until something can be done, to see what would be is the act that counts. */
    private void offers(boolean something) {
        perform.setVisible(something);
        preview.setThemeVariant(ButtonVariant.PRIMARY, !something);
    }

    private void preview() {
        hide();
        try {
            lines = wanted();
        } catch (DelegationRefusedException refused) {
            refuse(refused);
            return;
        }
        if (lines.isEmpty()) {
            shown.add(Notice.information(getTranslation("plan.nothing")));
            return;
        }
        PlanPreview seen =
                new PlanPreview(
                        takes() ? "take" : "give", lines, people(), places(), profileNames());
        shown.add(seen);
        offers(seen.count() > 0);
        perform.setText(getTranslation(takes() ? "plan.do.take" : "plan.do.give", seen.count()));
    }

    private Map<String, String> profileNames() {
        Map<String, String> names = new HashMap<>();
        for (ProfileSheet sheet : desk.profiles()) {
            names.put(sheet.profile().code(), ProfileNames.of(this, sheet));
        }
        return names;
    }

    private void carryOut() {
        try {
            var mass = desk.services().mass();
            int done =
                    takes()
                            ? mass.take(desk.person(), desk.firmName(), lines)
                            : mass.give(desk.person(), desk.firmName(), lines);
            close();
            Toast.done(getTranslation(takes() ? "plan.taken" : "plan.given", done));
            changed.run();
        } catch (DelegationRefusedException refused) {
            hide();
            refuse(refused);
        }
    }

    private void refuse(DelegationRefusedException refused) {
        shown.add(Notice.refusal(getTranslation("refused." + refused.reason().name())));
    }
}
