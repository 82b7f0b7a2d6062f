package fr.cloisonne.ui.provisioning;

import com.vaadin.flow.component.Component;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.federation.ProviderId;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.NamedPortfolios;
import fr.cloisonne.identity.habilitation.PortfolioId;
import fr.cloisonne.identity.habilitation.PortfolioSheet;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.ProfileSheet;
import fr.cloisonne.identity.habilitation.Profiles;
import fr.cloisonne.identity.provisioning.ClaimGroups;
import fr.cloisonne.identity.provisioning.GroupGiving;
import fr.cloisonne.identity.provisioning.GroupReading;
import fr.cloisonne.identity.provisioning.GroupSheet;
import fr.cloisonne.identity.provisioning.ProvisionedGroupId;
import fr.cloisonne.identity.provisioning.ProvisioningConnection;
import fr.cloisonne.identity.provisioning.ProvisioningConnectionId;
import fr.cloisonne.identity.provisioning.ProvisioningConnections;
import fr.cloisonne.identity.provisioning.ProvisioningConnections.NewToken;
import fr.cloisonne.identity.provisioning.ProvisioningRefusedException;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.text.Formats;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One administrator at the directory of one firm. */
record ProvisioningDesk(
        UserAccountId person,
        FirmCard firm,
        ProvisioningConnections service,
        GroupReading given,
        GroupGiving giving,
        ClaimGroups claims,
        Profiles shelf,
        NamedPortfolios named,
        StepUp stepUp,
        Formats formats,
        String address) {

    List<ProvisioningConnection> connections() {
        return service.of(person, firm.shortName());
    }

    List<GroupSheet> groups() {
        return given.of(person, firm.shortName());
    }

    List<GroupSheet> groups(ProviderId provider) {
        return given.of(person, firm.shortName(), provider.value());
    }

    void name(ProviderId provider, String claim, String value) {
        claims.add(person, firm.shortName(), provider.value(), claim, value);
    }

    void forget(ProviderId provider, ProvisionedGroupId group) {
        claims.remove(person, firm.shortName(), provider.value(), group);
    }

    List<ProfileSheet> profiles() {
        return shelf.of(firm.id());
    }

    List<PortfolioSheet> portfolios() {
        return named.of(firm.id());
    }

    NewToken create(String name) {
        return service.create(person, firm.shortName(), name);
    }

    NewToken rotate(ProvisioningConnectionId connection, Duration overlap) {
        return service.rotate(person, firm.shortName(), connection, overlap);
    }

    void revoke(ProvisioningConnectionId connection) {
        service.revoke(person, firm.shortName(), connection);
    }

    void give(
            ProvisionedGroupId group,
            @Nullable PortfolioId portfolio,
            Profile profile,
            boolean armed) {
        giving.give(person, firm.shortName(), group, portfolio, profile, armed);
    }

    void stop(ProvisionedGroupId group, UUID right) {
        giving.stop(person, firm.shortName(), group, right);
    }

    /** Does the act, once the person has shown who they are; a refusal is told in words. */
    void attempt(Component reader, Runnable act, Consumer<String> refusal) {
        stepUp.perform(() -> {
            try {
                act.run();
            } catch (ProvisioningRefusedException refused) {
                refusal.accept(
                        reader.getTranslation("provisioning.refused." + refused.reason().name()));
            } catch (DelegationRefusedException refused) {
                refusal.accept(reader.getTranslation("refused." + refused.reason().name()));
            }
        });
    }
}
