package fr.cloisonne.notification;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.HabilitationsChanged;
import fr.cloisonne.tenancy.value.FirmCard;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Tells a person, in one mail, that several of their habilitations changed in one act. */
@Component
class HabilitationsChangedMail implements MailTemplate<HabilitationsChanged> {

    private final UserAccounts accounts;
    private final Habilitations habilitations;

    HabilitationsChangedMail(UserAccounts accounts, Habilitations habilitations) {
        this.accounts = accounts;
        this.habilitations = habilitations;
    }

    @Override
    public Class<HabilitationsChanged> event() {
        return HabilitationsChanged.class;
    }

    @Override
    public List<Letter> letters(HabilitationsChanged event) {
        var people = accounts.cards(List.of(event.holder(), event.by()));
        PersonCard holder = Objects.requireNonNull(people.get(event.holder()));
        PersonCard by = Objects.requireNonNull(people.get(event.by()));
        FirmCard firm = habilitations.firm(event.firm());
        return List.of(
                new Letter(
                        Recipient.of(holder),
                        event.given() > 0 ? "habilitations-given" : "habilitations-taken",
                        List.of(
                                firm.legalName(),
                                by.name().display(),
                                Math.max(event.given(), event.taken())),
                        "/"));
    }
}
