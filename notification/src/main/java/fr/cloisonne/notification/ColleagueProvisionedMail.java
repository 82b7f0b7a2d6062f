package fr.cloisonne.notification;

import fr.cloisonne.identity.provisioning.Arrivals;
import fr.cloisonne.identity.provisioning.Arrivals.Told;
import fr.cloisonne.identity.provisioning.ColleagueProvisioned;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Tells a mailbox that a firm's directory names its owner; the same whether it has an account. */
@Component
class ColleagueProvisionedMail implements MailTemplate<ColleagueProvisioned> {

    private final Arrivals arrivals;

    ColleagueProvisionedMail(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    @Override
    public Class<ColleagueProvisioned> event() {
        return ColleagueProvisioned.class;
    }

    @Override
    public List<Letter> letters(ColleagueProvisioned event) {
        return arrivals.told(event.person()).map(ColleagueProvisionedMail::letter).stream()
                .toList();
    }

    private static Letter letter(Told told) {
        return new Letter(
                new Recipient(told.email(), told.name().display(), Locale.FRENCH),
                "colleague-provisioned",
                List.of(told.firm().legalName()),
                "/arrivals");
    }
}
