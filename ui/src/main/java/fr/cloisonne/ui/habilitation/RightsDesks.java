package fr.cloisonne.ui.habilitation;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.TakingAway;
import fr.cloisonne.identity.habilitation.Delegation;
import fr.cloisonne.identity.habilitation.Delegations;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.MassGranting;
import fr.cloisonne.identity.habilitation.NamedPortfolios;
import fr.cloisonne.identity.habilitation.PortfolioEditing;
import fr.cloisonne.identity.habilitation.ProfileEditing;
import fr.cloisonne.identity.habilitation.Profiles;
import fr.cloisonne.identity.matrix.Matrix;
import fr.cloisonne.identity.matrix.MatrixExport;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.signin.StepUp;
import org.springframework.stereotype.Component;

/** The services behind the pages of rights, for one person and one firm at a time. */
@Component
record RightsDesks(
        Delegations delegations,
        Granting granting,
        Delegation delegation,
        MassGranting mass,
        Profiles profiles,
        ProfileEditing profileEditing,
        NamedPortfolios portfolios,
        PortfolioEditing portfolioEditing,
        Matrix matrix,
        MatrixExport export,
        TakingAway taking,
        StepUp stepUp) {

    RightsDesk at(UserAccountId person, FirmCard firm) {
        return new RightsDesk(person, firm, this);
    }
}
