package fr.cloisonne.api.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import fr.cloisonne.api.scim.Directory.Answer;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.RightMissingException;
import fr.cloisonne.identity.habilitation.RightsByGroup.Given;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.provisioning.Arrivals;
import fr.cloisonne.identity.provisioning.GroupGiving;
import fr.cloisonne.identity.provisioning.GroupReading;
import fr.cloisonne.identity.provisioning.GroupSheet;
import fr.cloisonne.identity.provisioning.GroupWish;
import fr.cloisonne.identity.provisioning.ProvisionedGroupId;
import fr.cloisonne.identity.provisioning.ProvisioningRefusedException;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ScimGroupsTests extends AtDirectory {

    @Autowired private GroupReading given;
    @Autowired private GroupGiving giving;
    @Autowired private Habilitations habilitations;
    @Autowired private Arrivals arrivals;

    private UserAccountId colleague;
    private String member;
    private String group;

    @BeforeEach
    void aGroupThatGivesTheStandardProfile() {
        colleague = PersonFixture.colleague(accounts, firmId);
        member = idOf(colleague);
        group = directory.post("/Groups", "{\"displayName\": \"Collaborateurs\"}").id();
        gives(Profile.STANDARD, false);
    }

    @Test
    void whoJoinsHoldsWhatTheGroupGivesAndWhoLeavesDoesNot() {
        assertThat(rights()).isEmpty();
        assertThat(directory.patch(path(), add(member)).status()).isEqualTo(204);
        assertThat(rights()).contains(Right.DEPOSIT);
        assertThat(directory.get(path()).json().at("/members/0/value").asText()).isEqualTo(member);
        assertThat(directory.get("/Users/" + member).json().at("/groups/0/display").asText())
                .isEqualTo("Collaborateurs");
        assertThat(directory.patch(path(), remove(member)).status()).isEqualTo(204);
        assertThat(rights()).isEmpty();
    }

    @Test
    void membersAreRemovedByPathByValueAndAllAtOnce() {
        directory.patch(path(), add(member) + "," + add(idOf(administrator)));
        assertThat(members()).hasSize(2);
        directory.patch(
                path(),
                "{\"op\": \"Remove\", \"path\": \"members\", \"value\": [{\"value\": \"%s\"}]}"
                        .formatted(member));
        assertThat(members()).hasSize(1);
        directory.patch(path(), add(member));
        directory.patch(path(), "{\"op\": \"remove\", \"path\": \"members\"}");
        assertThat(members()).isEmpty();
        directory.patch(
                path(),
                "{\"op\": \"replace\", \"value\": {\"id\": \"%s\", \"displayName\": \"Paie\"}}"
                        .formatted(group));
        assertThat(directory.get(path()).text("displayName")).isEqualTo("Paie");
    }

    @Test
    void whatAPersonGaveByHandNoGroupTakes() {
        SessionFixture.proven(proof, administrator, clock);
        granting.grant(administrator, colleague, new Scope.WholeFirm(firmId), Profile.STANDARD);
        directory.patch(path(), add(member));
        directory.patch(path(), remove(member));
        assertThat(rights()).contains(Right.DEPOSIT);
    }

    @Test
    void aGroupThatIsGoneOrGivesNoMoreTakesItBack() {
        directory.patch(path(), add(member));
        SessionFixture.proven(proof, administrator, clock);
        GroupSheet sheet = given.of(administrator, firm).getFirst();
        assertThat(sheet.members()).isEqualTo(1);
        giving.stop(administrator, firm, sheet.id(), sheet.rights().getFirst().id());
        assertThat(rights()).isEmpty();
        gives(Profile.READER, false);
        assertThat(rights()).contains(Right.CONSULT).doesNotContain(Right.DEPOSIT);
        assertThat(directory.delete(path()).status()).isEqualTo(204);
        assertThat(rights()).isEmpty();
        Answer gone = directory.filtered("/Groups", "displayName eq \"Collaborateurs\"");
        assertThat(gone.json().path("totalResults").asInt(1)).isZero();
    }

    @Test
    void powerOverRightsTakesAnArmedGroup() {
        assertThatThrownBy(() -> gives(Profile.ADMINISTRATOR, false))
                .isInstanceOf(ProvisioningRefusedException.class);
        gives(Profile.ADMINISTRATOR, true);
        directory.patch(path(), add(member));
        assertThat(rights()).contains(Right.DELEGATE);
    }

    @Test
    void nobodyGivesByAGroupWhatTheyCouldNotGiveByHand() {
        SessionFixture.begun();
        assertThatThrownBy(() -> giveAs(administrator, Profile.READER, false))
                .isInstanceOf(ProofNeededException.class);
        directory.patch(path(), add(member));
        SessionFixture.proven(proof, colleague, clock);
        assertThatThrownBy(() -> giveAs(colleague, Profile.READER, false))
                .isInstanceOf(RightMissingException.class);
    }

    @Test
    void aGroupNeverLeavesTheFirmWithoutAnAdministrator() {
        gives(Profile.ADMINISTRATOR, true);
        directory.patch(path(), add(member));
        assertThat(directory.delete("/Users/" + idOf(administrator)).status()).isEqualTo(204);
        Answer refused = directory.patch(path(), remove(member));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(members()).hasSize(1);
        assertThat(rights()).contains(Right.DELEGATE);
    }

    @Test
    void whoIsAwaitedHoldsItFromTheMomentTheyAgree() {
        FirmId other = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        UserAccountId newcomer = PersonFixture.colleague(accounts, other);
        directory.patch(path(), add(created(accounts.card(newcomer).email()).id()));
        assertThat(habilitations.firmRights(newcomer, firm)).isEmpty();
        SessionFixture.proven(proof, newcomer, clock);
        arrivals.accept(newcomer, arrivals.of(newcomer).getFirst().id());
        assertThat(habilitations.firmRights(newcomer, firm)).contains(Right.DEPOSIT);
    }

    @Test
    void aGroupIsFoundAndTwoOfOneNameAreRefused() {
        Answer found = directory.get("/Groups?excludedAttributes=members");
        assertThat(found.json().at("/Resources/0").has("members")).isFalse();
        assertThat(
                        directory
                                .filtered("/Groups", "members.value eq \"" + member + "\"")
                                .json()
                                .path("totalResults")
                                .asInt())
                .isZero();
        Answer twice = directory.post("/Groups", "{\"displayName\": \"COLLABORATEURS\"}");
        assertThat(twice.status()).isEqualTo(409);
        assertThat(directory.post("/Groups", "{}").text("scimType")).isEqualTo("invalidValue");
        assertThat(directory.patch(path(), add("rien")).text("scimType")).isEqualTo("invalidValue");
    }

    private void gives(Profile profile, boolean armed) {
        SessionFixture.proven(proof, administrator, clock);
        giveAs(administrator, profile, armed);
    }

    private void giveAs(UserAccountId by, Profile profile, boolean armed) {
        var id = new ProvisionedGroupId(UUID.fromString(group));
        var seen =
                given.of(administrator, firm).stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .map(GroupSheet::seen)
                        .orElse(Set.of());
        var scope = new Scope.WholeFirm(firms.byShortName(firm).orElseThrow().id());
        giving.give(by, firm, id, new GroupWish(new Given(scope, profile), armed, seen));
    }

    private Set<Right> rights() {
        return habilitations.firmRights(colleague, firm);
    }

    private JsonNode members() {
        return directory.get(path()).json().path("members");
    }

    private String path() {
        return "/Groups/" + group;
    }

    private static String add(String id) {
        return "{\"op\": \"Add\", \"path\": \"members\", \"value\": [{\"value\": \"%s\"}]}"
                .formatted(id);
    }

    private static String remove(String id) {
        return "{\"op\": \"Remove\", \"path\": \"members[value eq \\\"%s\\\"]\"}".formatted(id);
    }
}
