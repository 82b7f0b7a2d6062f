package fr.cloisonne.api.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.api.scim.Directory.Answer;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.provisioning.Arrivals;
import fr.cloisonne.identity.provisioning.Arrivals.Awaited;
import fr.cloisonne.identity.provisioning.ProvisioningRefusedException;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a directory must never reach: other firms' people, and what belongs to a person alone. */
class ScimIsolationTests extends AtDirectory {

    @Autowired private Arrivals arrivals;

    private FirmId otherFirm;
    private UserAccountId stranger;
    private String strangersAddress;
    private Directory other;

    @BeforeEach
    void anotherFirm() {
        FirmShortName name = CompanyFixture.openFirm(firms);
        otherFirm = firms.byShortName(name).orElseThrow().id();
        stranger = administratorOf(otherFirm);
        strangersAddress = accounts.card(stranger).email();
        other = directoryOf(name, stranger);
    }

    @Test
    void anotherFirmsTokenFindsNothing() {
        String user = "/Users/" + created(address()).id();
        String group = directory.post("/Groups", "{\"displayName\": \"Paie\"}").id();
        for (String path : new String[] {user, "/Groups/" + group}) {
            assertThat(directory.get(path).status()).isEqualTo(200);
            Answer hidden = other.get(path);
            Answer none =
                    other.get(path.replaceAll("[^/]+$", "01980000-0000-7000-8000-000000000000"));
            assertThat(hidden.status()).isEqualTo(404);
            assertThat(hidden.body().replaceAll("[0-9a-f-]{36}", "-"))
                    .isEqualTo(none.body().replaceAll("[0-9a-f-]{36}", "-"));
            assertThat(other.delete(path).status()).isEqualTo(404);
        }
        assertThat(other.put(user, user(address())).status()).isEqualTo(404);
        assertThat(other.patch(user, OFF).status()).isEqualTo(404);
        assertThat(other.put("/Groups/" + group, "{\"displayName\": \"Prise\"}").status())
                .isEqualTo(404);
        assertThat(other.get("/Users").json().path("totalResults").asInt()).isEqualTo(1);
        assertThat(other.get("/Groups").json().path("totalResults").asInt()).isZero();
        Answer foreign =
                other.post(
                        "/Groups",
                        "{\"displayName\": \"X\", \"members\": [{\"value\": \"%s\"}]}"
                                .formatted(user.substring("/Users/".length())));
        assertThat(foreign.status()).isEqualTo(400);
    }

    @Test
    void anAddressThatIsKnownElsewhereIsAnsweredAsAnyOther() {
        Answer known = created(strangersAddress);
        String unknownAddress = address();
        Answer unknown = created(unknownAddress);
        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(201);
        assertThat(plain(known, strangersAddress)).isEqualTo(plain(unknown, unknownAddress));
        assertThat(plain(directory.get("/Users/" + known.id()), strangersAddress))
                .isEqualTo(plain(directory.get("/Users/" + unknown.id()), unknownAddress));
    }

    private static String plain(Answer answer, String address) {
        return answer.body().replace(answer.id(), "id").replace(address, "address");
    }

    @Test
    void aDirectoryChangesNothingOfAnAccountThatItDidNotOpen() {
        PersonCard before = accounts.card(stranger);
        String path = "/Users/" + created(strangersAddress).id();
        directory.put(path, user(strangersAddress).replace("Zoé", "Voleuse"));
        directory.patch(path, OFF);
        assertThat(accounts.card(stranger)).isEqualTo(before);
        assertThat(accounts.colleaguesOf(firmId)).doesNotContain(before);
        assertThat(accounts.colleaguesOf(otherFirm)).contains(before);
        directory.patch(path, ON);
        accepts(stranger);
        directory.put(path, user(address()).replace("Zoé", "Voleuse"));
        directory.delete(path);
        assertThat(accounts.card(stranger)).isEqualTo(before);
        assertThat(hashes.of(stranger)).isPresent();
        assertThat(accounts.colleaguesOf(otherFirm)).contains(before);
    }

    @Test
    void onlyTheOwnerOfTheAddressAgreesAndOnlyWithAFreshProof() {
        String id = created(strangersAddress).id();
        Awaited awaited = arrivals.of(stranger).getFirst();
        assertThat(awaited.id().toString()).isEqualTo(id);
        SessionFixture.begun();
        assertThatThrownBy(() -> arrivals.accept(stranger, awaited.id()))
                .isInstanceOf(ProofNeededException.class);
        SessionFixture.proven(proof, administrator, clock);
        assertThatThrownBy(() -> arrivals.accept(administrator, awaited.id()))
                .isInstanceOf(ProvisioningRefusedException.class);
        accepts(stranger);
        assertThat(accounts.colleaguesOf(firmId)).contains(accounts.card(stranger));
        assertThat(arrivals.of(stranger)).isEmpty();
    }

    @Test
    void whoDeclinesStaysAStrangerAndTheDirectoryIsNotTold() {
        Answer made = created(strangersAddress);
        arrivals.refuse(stranger, arrivals.of(stranger).getFirst().id());
        assertThat(arrivals.of(stranger)).isEmpty();
        assertThat(directory.get("/Users/" + made.id()).body()).isEqualTo(made.body());
        assertThat(accounts.colleaguesOf(firmId)).doesNotContain(accounts.card(stranger));
    }

    @Test
    void onePersonHasAnotherIdInEachFirm() {
        String id = created(strangersAddress).id();
        accepts(stranger);
        String there =
                other.filtered("/Users", "userName eq \"" + strangersAddress + "\"")
                        .json()
                        .at("/Resources/0/id")
                        .asText();
        assertThat(there).isNotEmpty().isNotEqualTo(id).isNotEqualTo(stranger.toString());
    }

    @Test
    void whoWasInvitedByHandMeanwhileIsTheSamePerson() {
        UserAccountId person = PersonFixture.colleague(accounts, otherFirm);
        String id = created(accounts.card(person).email()).id();
        accounts.join(person, firmId);
        assertThat(idOf(person)).isEqualTo(id);
        assertThat(arrivals.of(person)).isEmpty();
    }

    private void accepts(UserAccountId person) {
        SessionFixture.proven(proof, person, clock);
        arrivals.accept(person, arrivals.of(person).getFirst().id());
    }

    private static final String OFF =
            "{\"op\": \"replace\", \"path\": \"active\", \"value\": false}";
    private static final String ON = "{\"op\": \"replace\", \"path\": \"active\", \"value\": true}";
}
