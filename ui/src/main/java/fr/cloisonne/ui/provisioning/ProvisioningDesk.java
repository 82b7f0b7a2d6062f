package fr.cloisonne.ui.provisioning;

import com.vaadin.flow.component.Component;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.federation.ProviderId;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.ProfileSheet;
import fr.cloisonne.identity.habilitation.Profiles;
import fr.cloisonne.identity.habilitation.RightsByGroup.Given;
import fr.cloisonne.identity.matrix.Matrix;
import fr.cloisonne.identity.matrix.MatrixFilter;
import fr.cloisonne.identity.matrix.MatrixRow;
import fr.cloisonne.identity.provisioning.ClaimGroups;
import fr.cloisonne.identity.provisioning.GroupGiving;
import fr.cloisonne.identity.provisioning.GroupReading;
import fr.cloisonne.identity.provisioning.GroupSheet;
import fr.cloisonne.identity.provisioning.GroupWish;
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

/** One administrator at the directory of one firm. */
record ProvisioningDesk(
        UserAccountId person,
        FirmCard firm,
        ProvisioningConnections service,
        GroupReading given,
        GroupGiving giving,
        ClaimGroups claims,
        Profiles shelf,
        Matrix matrix,
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

    void forget(ProviderId provider, GroupSheet group) {
        claims.remove(person, firm.shortName(), provider.value(), group.id(), group.seen());
    }

    List<ProfileSheet> profiles() {
        return shelf.of(firm.id());
    }

    /** Where something can be given: the firm, its portfolios, its companies. */
    List<MatrixRow> places(String text, int offset, int limit) {
        MatrixFilter filter = new MatrixFilter("", text, null, null);
        return matrix.rows(person, firm.shortName(), filter, List.of(), offset, limit);
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

    void give(GroupSheet group, Given given, boolean armed) {
        giving.give(
                person, firm.shortName(), group.id(), new GroupWish(given, armed, group.seen()));
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
