package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.Component;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.DelegationLine;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.ProfileSheet;
import fr.cloisonne.identity.matrix.MatrixFilter;
import fr.cloisonne.identity.matrix.MatrixPerson;
import fr.cloisonne.identity.matrix.MatrixRow;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.ui.shell.Toast;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** One person at the rights of one firm: what they may see, and the acts in their name. */
class RightsDesk {

    private final UserAccountId person;
    private final FirmCard firm;
    private final RightsDesks services;

    RightsDesk(UserAccountId person, FirmCard firm, RightsDesks services) {
        this.person = person;
        this.firm = firm;
        this.services = services;
    }

    FirmCard firm() {
        return firm;
    }

    FirmShortName firmName() {
        return firm.shortName();
    }

    UserAccountId person() {
        return person;
    }

    RightsDesks services() {
        return services;
    }

    List<DelegationLine> delegations() {
        return services.delegations().of(person, firmName());
    }

    List<ProfileSheet> profiles() {
        return services.profiles().of(firm.id());
    }

    List<MatrixPerson> people(MatrixFilter filter, int offset, int limit) {
        return services.matrix().people(person, firmName(), filter, offset, limit);
    }

    /** Places without anybody in them, for a choice. */
    List<MatrixRow> places(String text, int offset, int limit) {
        MatrixFilter filter = new MatrixFilter("", text, null, null);
        return services.matrix().rows(person, firmName(), filter, List.of(), offset, limit);
    }

    void delegate(RightsForm.Wish wish) {
        services.delegation().delegate(person, wish.colleague(), wish.loan());
    }

    void revoke(DelegationLine line) {
        services.delegation().revoke(person, line.id());
    }

    /** What each place of the firm is called. */
    Map<UUID, String> placeNames(Component reader) {
        return places("", 0, Integer.MAX_VALUE).stream()
                .collect(
                        Collectors.toMap(
                                row -> row.scope().place(), row -> Places.name(reader, row)));
    }

    /** Does the act, asking for a proof if need be; tells a refusal at the foot of the page. */
    void perform(Component reader, Runnable act, Runnable done) {
        services.stepUp().perform(() -> attempt(reader, act).ifPresentOrElse(Toast::refusal, done));
    }

    /** Does the act; gives the words of the refusal, if it was refused. */
    static Optional<String> attempt(Component reader, Runnable act) {
        try {
            act.run();
            return Optional.empty();
        } catch (DelegationRefusedException refused) {
            return Optional.of(reader.getTranslation("refused." + refused.reason().name()));
        }
    }
}
