package fr.cloisonne.ui.habilitation;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Administrators;
import fr.cloisonne.identity.habilitation.NamedPortfolios;
import fr.cloisonne.identity.habilitation.PortfolioSheet;
import fr.cloisonne.identity.habilitation.ProfileSheet;
import fr.cloisonne.identity.habilitation.Profiles;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a member may ask for, and whom. Clients are named by their SIREN, never listed. */
@Component
record RequestChoices(
        Administrators administration,
        UserAccounts accounts,
        Profiles profiles,
        NamedPortfolios portfolios) {

    List<String> administrators(FirmId firm) {
        return accounts.cards(administration.of(firm)).values().stream()
                .map(PersonCard::name)
                .map(name -> name.display())
                .sorted()
                .toList();
    }

    List<ProfileSheet> profiles(FirmId firm) {
        return profiles.of(firm);
    }

    List<PortfolioSheet> portfolios(FirmId firm) {
        return portfolios.of(firm);
    }
}
