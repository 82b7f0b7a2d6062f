package fr.cloisonne.ui.provisioning;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Profiles;
import fr.cloisonne.identity.matrix.Matrix;
import fr.cloisonne.identity.provisioning.ClaimGroups;
import fr.cloisonne.identity.provisioning.GroupGiving;
import fr.cloisonne.identity.provisioning.GroupReading;
import fr.cloisonne.identity.provisioning.ProvisioningConnections;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.text.Formats;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Opens the desk of an administrator at the directory of a firm. */
@Component
class ProvisioningDesks {

    private final ProvisioningConnections connections;
    private final GroupReading groups;
    private final GroupGiving giving;
    private final ClaimGroups claims;
    private final Profiles profiles;
    private final Matrix matrix;
    private final StepUp stepUp;
    private final Formats formats;
    private final URI baseUrl;

    ProvisioningDesks(
            ProvisioningConnections connections,
            GroupReading groups,
            GroupGiving giving,
            ClaimGroups claims,
            Profiles profiles,
            Matrix matrix,
            StepUp stepUp,
            Formats formats,
            @Value("${cloisonne.base-url}") URI baseUrl) {
        this.connections = connections;
        this.groups = groups;
        this.giving = giving;
        this.claims = claims;
        this.profiles = profiles;
        this.matrix = matrix;
        this.stepUp = stepUp;
        this.formats = formats;
        this.baseUrl = baseUrl;
    }

    ProvisioningDesk of(UserAccountId person, FirmCard firm) {
        return new ProvisioningDesk(
                person,
                firm,
                connections,
                groups,
                giving,
                claims,
                profiles,
                matrix,
                stepUp,
                formats,
                baseUrl.resolve("/scim/v2").toString());
    }
}
