package fr.cloisonne.ui.typed;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.preference.FormDraft;
import fr.cloisonne.identity.preference.FormDrafts;
import fr.cloisonne.ui.text.Formats;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives every page the means to keep what its owner types. */
@Component
class TypedKeeping implements VaadinServiceInitListener {

    private final FormDrafts drafts;
    private final Formats formats;

    TypedKeeping(FormDrafts drafts, Formats formats) {
        this.drafts = drafts;
        this.formats = formats;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(
                        opened -> ComponentUtil.setData(opened.getUI(), TypedKeeping.class, this));
    }

    /** One form on one page; nothing on a page that nobody has signed in to. */
    static Optional<Place> place(UI ui, String name) {
        TypedKeeping keeping = ComponentUtil.getData(ui, TypedKeeping.class);
        UserAccountId person = ComponentUtil.getData(ui, UserAccountId.class);
        if (keeping == null || person == null) {
            return Optional.empty();
        }
        String form = ui.getActiveViewLocation().getPath() + "#" + name;
        return Optional.of(new Place(keeping, person, form));
    }

    /** A form of a person, as the drafts know it. */
    record Place(TypedKeeping keeping, UserAccountId person, String form) {

        Optional<FormDraft> draft() {
            return keeping.drafts.of(person, form);
        }

        void keep(Map<String, String> typed) {
            if (typed.isEmpty()) {
                forget();
            } else {
                keeping.drafts.keep(person, form, typed);
            }
        }

        void forget() {
            keeping.drafts.forget(person, form);
        }

        String moment(Instant at) {
            return keeping.formats.moment(at);
        }
    }
}
