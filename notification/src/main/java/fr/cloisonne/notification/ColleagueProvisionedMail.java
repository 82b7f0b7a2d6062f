package fr.cloisonne.notification;

import fr.cloisonne.identity.provisioning.Arrivals;
import fr.cloisonne.identity.provisioning.Arrivals.Told;
import fr.cloisonne.identity.provisioning.ColleagueProvisioned;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells a mailbox that a firm's directory names its owner. It leads to the page where they agree,
 * or where the address has no account to the one that opens it.
 */
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
        return arrivals.told(event.person()).stream()
                .map(told -> letter(told, arrivals.mintLink(event.person())))
                .toList();
    }

    private static Letter letter(Told told, Optional<String> secret) {
        return new Letter(
                new Recipient(told.email(), told.name().display(), Locale.FRENCH),
                secret.isPresent() ? "colleague-activation" : "colleague-provisioned",
                List.of(told.firm().legalName()),
                secret.map(one -> "/activate?t=" + one).orElse("/arrivals"));
    }
}
