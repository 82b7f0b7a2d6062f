package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.Component;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Delegation;
import fr.cloisonne.identity.habilitation.DelegationId;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.HabilitationId;
import fr.cloisonne.identity.habilitation.HabilitationLine;
import fr.cloisonne.identity.habilitation.HabilitationPage;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Loan;
import fr.cloisonne.identity.habilitation.ProfileSheet;
import fr.cloisonne.identity.habilitation.Profiles;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.FirmCard;
import java.util.List;
import java.util.Optional;

/** One person at the rights of one firm: what they may see, and the acts in their name. */
class RightsDesk {

    private final UserAccountId person;
    private final FirmCard firm;
    private final HabilitationPage page;
    private final Habilitations habilitations;
    private final Granting granting;
    private final Delegation delegation;
    private final Profiles profiles;

    RightsDesk(
            UserAccountId person,
            FirmCard firm,
            HabilitationPage page,
            Habilitations habilitations,
            Granting granting,
            Delegation delegation,
            Profiles profiles) {
        this.person = person;
        this.firm = firm;
        this.page = page;
        this.habilitations = habilitations;
        this.granting = granting;
        this.delegation = delegation;
        this.profiles = profiles;
    }

    FirmCard firm() {
        return firm;
    }

    UserAccountId person() {
        return person;
    }

    List<HabilitationLine> lines() {
        return page.of(person, firm.shortName());
    }

    List<PersonCard> colleagues() {
        return page.colleagues(person, firm.shortName()).stream()
                .filter(colleague -> !colleague.id().equals(person))
                .toList();
    }

    List<ClientCompanyCard> companies() {
        return habilitations.clientCompaniesOf(person).stream()
                .filter(company -> company.firm().equals(firm.id()))
                .toList();
    }

    List<ProfileSheet> profiles() {
        return profiles.of(firm.id());
    }

    void delegate(RightsForm.Wish wish) {
        delegation.delegate(
                person,
                wish.colleague(),
                Loan.of(wish.scope(), wish.profile(), wish.first(), wish.last(), wish.reason()));
    }

    void grant(RightsForm.Wish wish) {
        granting.grant(person, wish.colleague(), wish.scope(), wish.profile());
    }

    void revoke(HabilitationLine line) {
        DelegationId given = line.delegation();
        HabilitationId held = line.habilitation();
        if (given != null) {
            delegation.revoke(person, given);
        } else if (held != null) {
            granting.revoke(person, held);
        }
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
