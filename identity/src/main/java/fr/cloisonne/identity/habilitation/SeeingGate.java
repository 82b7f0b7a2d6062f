package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.ActGate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * No act of whoever sees as a colleague goes on record, and so none is done. To begin and to leave,
 * to sign in and out, to read and to be refused, are no acts in this sense.
 */
@Component
class SeeingGate implements ActGate {

    private static final List<String> FREE =
            List.of("seeing.", "signin.", "session.", "signout.", "refused.", "read.");

    private final SeeingRows rows;

    SeeingGate(SeeingRows rows) {
        this.rows = rows;
    }

    @Override
    public void inFirm(@Nullable UserAccountId actor, String act) {
        if (actor == null || FREE.stream().anyMatch(act::startsWith)) {
            return;
        }
        if (rows.of(actor).isPresent()) {
            throw new SeeingOnlyException();
        }
    }

    @Override
    public void inCompany() {
        CurrentPerson.requireActing();
    }
}
