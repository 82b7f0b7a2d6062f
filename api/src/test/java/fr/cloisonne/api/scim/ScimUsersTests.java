package fr.cloisonne.api.scim;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.api.scim.Directory.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ScimUsersTests extends AtDirectory {

    @Test
    void createsAPersonAndTellsWhatItKept() {
        String email = address();
        Answer made = created(email);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Content-Type")).startsWith("application/scim+json");
        assertThat(made.header("Location"))
                .isEqualTo("https://cloisonne.example/scim/v2/Users/" + made.id());
        assertThat(made.text("userName")).isEqualTo(email);
        assertThat(made.json().at("/name/formatted").asText()).isEqualTo("Zoé Lefèvre");
        assertThat(made.json().at("/emails/0/value").asText()).isEqualTo(email);
        assertThat(made.json().has("title")).isFalse();
        assertThat(directory.get("/Users/" + made.id()).json()).isEqualTo(made.json());
    }

    @Test
    void aSecondOneOfTheSameNameAddressOrExternalIdIsRefused() {
        String email = address();
        String id = created(email).id();
        Answer again = created(email.toUpperCase(Locale.ROOT));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("scimType")).isEqualTo("uniqueness");
        assertThat(again.text("detail")).contains(id);
        Answer sameId =
                directory.post("/Users", user(address()).replaceAll("ext-[^\"]+", "ext-" + email));
        assertThat(sameId.status()).isEqualTo(409);
    }

    @Test
    void thoseWhoWereColleaguesBeforeAreThereToo() {
        assertThat(idOf(administrator)).isNotEmpty();
        String email = accounts.card(administrator).email();
        assertThat(created(email).status()).isEqualTo(409);
    }

    @Test
    void findsByFiltersAndPages() {
        List<String> emails = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            emails.add(address());
            created(emails.get(i));
        }
        String first = emails.getFirst();
        assertThat(total("userName eq \"" + first.toUpperCase(Locale.ROOT) + "\"")).isEqualTo(1);
        assertThat(total("externalId eq \"ext-" + first + "\"")).isEqualTo(1);
        assertThat(total("emails[type eq \"work\" and value eq \"" + first + "\"]")).isEqualTo(1);
        assertThat(total("userName eq \"" + first + "\" or userName eq \"" + emails.get(1) + "\""))
                .isEqualTo(2);
        assertThat(total("name.familyName co \"efèv\" and userName sw \"collegue\"")).isEqualTo(5);
        assertThat(total("not (name.familyName sw \"lef\")")).isEqualTo(1);
        assertThat(total("active eq false")).isZero();
        assertThat(total("userName co \"%\"")).isZero();
        assertThat(total("id eq \"no-id\"")).isZero();
        Answer page = directory.get("/Users?startIndex=3&count=2");
        assertThat(page.json().path("totalResults").asInt()).isEqualTo(6);
        assertThat(page.json().path("startIndex").asInt()).isEqualTo(3);
        assertThat(page.json().path("Resources")).hasSize(2);
        assertThat(directory.get("/Users?count=0").json().path("Resources")).isEmpty();
        assertThat(directory.get("/Users?startIndex=-5&count=1000").json().path("Resources"))
                .hasSize(6);
    }

    private int total(String filter) {
        Answer found = directory.filtered("/Users", filter);
        assertThat(found.status()).as(found.body()).isEqualTo(200);
        return found.json().path("totalResults").asInt();
    }

    @Test
    void aFilterThatIsNoneIsRefused() {
        for (String filter :
                List.of(
                        "userName",
                        "userName eq",
                        "password eq \"x\"",
                        "active co \"t\"",
                        "((((")) {
            Answer refused = directory.filtered("/Users", filter);
            assertThat(refused.status()).as(filter).isEqualTo(400);
            assertThat(refused.text("scimType")).as(filter).isEqualTo("invalidFilter");
        }
        Answer long1 = directory.filtered("/Users", "userName eq \"" + "x".repeat(1_000) + "\"");
        assertThat(long1.status()).isEqualTo(400);
    }

    @Test
    void aValueThatIsTooLongOrNotOfItsKindIsRefusedByName() {
        refused(user(address()).replace("Zoé", "é".repeat(101)), "name.givenName");
        refused(user(address()).replace("ext-", "e".repeat(256)), "externalId");
        refused(user(address()).replace("Zoé", "Zo\\u202Eé"), "name.givenName");
        refused(user("pas-une-adresse"), "emails");
        refused(user(address()).replace("\"active\": true", "\"active\": \"peut-être\""), "active");
        assertThat(directory.post("/Users", "{").text("scimType")).isEqualTo("invalidSyntax");
        assertThat(directory.post("/Users", "[]").text("scimType")).isEqualTo("invalidSyntax");
        assertThat(directory.post("/Users", " ".repeat(1_048_577)).status()).isEqualTo(413);
    }

    private void refused(String body, String attribute) {
        Answer answer = directory.post("/Users", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.text("scimType")).isEqualTo("invalidValue");
        assertThat(answer.text("detail")).contains(attribute);
    }

    @Test
    void aVersionThatIsPastChangesNothing() {
        Answer made = created(address());
        String path = "/Users/" + made.id();
        String seen = made.header("ETag");
        assertThat(directory.get(path, "If-None-Match", seen).status()).isEqualTo(304);
        String renamed = made.body().replace("Zoé", "Chloé");
        Answer changed = directory.put(path, seen, renamed);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(seen);
        Answer late = directory.put(path, seen, made.body());
        assertThat(late.status()).isEqualTo(412);
        assertThat(directory.get(path).json().at("/name/givenName").asText()).isEqualTo("Chloé");
    }

    @Test
    void whatEntraSendsIsUnderstood() {
        String path = "/Users/" + created(address()).id();
        Answer patched =
                directory.patch(
                        path,
                        """
                        {"op": "Replace", "path": "active", "value": "False"},
                        {"op": "Add", "path": "phoneNumbers[type eq \\"work\\"].value", "value": "1"},
                        {"op": "Replace", "path": "emails[type eq \\"work\\"].value", "value": "autre@cabinet.example"},
                        {"op": "Add", "value": {"name.givenName": "Léa",
                          "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department": "Paie"}}
                        """);
        assertThat(patched.status()).as(patched.body()).isEqualTo(200);
        assertThat(patched.json().path("active").asBoolean(true)).isFalse();
        assertThat(patched.json().at("/name/givenName").asText()).isEqualTo("Léa");
        assertThat(patched.json().at("/emails/0/value").asText())
                .isEqualTo("autre@cabinet.example");
        assertThat(patched.json().at("/emails")).hasSize(1);
    }

    @Test
    void whatOktaSendsIsUnderstood() {
        Answer made = created(address());
        String path = "/Users/" + made.id();
        Answer off = directory.patch(path, "{\"op\": \"replace\", \"value\": {\"active\": false}}");
        assertThat(off.json().path("active").asBoolean(true)).isFalse();
        Answer put = directory.put(path, made.body().replace("Lefèvre", "Le Goff"));
        assertThat(put.json().path("active").asBoolean()).isTrue();
        assertThat(put.json().at("/name/familyName").asText()).isEqualTo("Le Goff");
    }

    @Test
    void aChangeThatIsNoneIsRefused() {
        String path = "/Users/" + created(address()).id();
        assertThat(directory.patch(path, "").text("scimType")).isEqualTo("invalidSyntax");
        assertThat(directory.patch(path, "{\"op\": \"copy\", \"path\": \"name\"}").status())
                .isEqualTo(400);
        assertThat(directory.patch(path, "{\"op\": \"remove\"}").text("scimType"))
                .isEqualTo("noTarget");
        assertThat(directory.patch(path, "{\"op\": \"remove\", \"path\": \"userName\"}").status())
                .isEqualTo(400);
        assertThat(
                        directory
                                .patch(path, "{\"op\": \"add\", \"path\": \"name[\", \"value\": 1}")
                                .text("scimType"))
                .isEqualTo("invalidPath");
    }

    @Test
    void tellsWhatItSupports() {
        assertThat(
                        directory
                                .get("/ServiceProviderConfig")
                                .json()
                                .at("/patch/supported")
                                .asBoolean())
                .isTrue();
        assertThat(directory.get("/ResourceTypes").json().path("Resources")).hasSize(2);
        assertThat(directory.get("/Schemas").json().path("Resources")).hasSize(2);
        assertThat(directory.get("/Schemas/" + UserJson.SCHEMA).text("name")).isEqualTo("User");
        assertThat(directory.get("/Ailleurs").status()).isEqualTo(404);
        assertThat(directory.get("/Users/rien").status()).isEqualTo(404);
    }
}
