package fr.cloisonne.api.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import fr.cloisonne.identity.provisioning.PersonFacts;
import fr.cloisonne.identity.provisioning.ProvisionedPerson;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A person as SCIM writes them. */
@Component
class UserJson {

    static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User";

    /** What is kept of what is sent; the rest is left aside. */
    static final Set<String> KEPT =
            Set.of("username", "externalid", "name", "displayname", "emails", "active");

    private final ScimAnswers answers;

    UserJson(ScimAnswers answers) {
        this.answers = answers;
    }

    ObjectNode of(ProvisionedPerson person) {
        PersonFacts facts = person.facts();
        ObjectNode user = ScimAnswers.object();
        user.putArray("schemas").add(SCHEMA);
        user.put("id", person.id().toString());
        if (facts.externalId() != null) {
            user.put("externalId", facts.externalId());
        }
        user.put("userName", facts.userName());
        ObjectNode name = user.putObject("name");
        name.put("givenName", facts.name().given());
        name.put("familyName", facts.name().family());
        name.put("formatted", facts.name().display());
        user.put("displayName", facts.name().display());
        user.putArray("emails")
                .addObject()
                .put("value", facts.email().typed())
                .put("type", "work")
                .put("primary", true);
        user.put("active", facts.active());
        ArrayNode groups = user.putArray("groups");
        person.groups()
                .forEach(group ->
                        groups.addObject()
                                .put("value", group.id())
                                .put("display", group.display())
                                .put("$ref", answers.address("/Groups/" + group.id()))
                                .put("type", "direct"));
        answers.meta(
                user,
                "User",
                "/Users/" + person.id(),
                person.created(),
                person.changed(),
                person.version());
        return user;
    }

    /**
     * What was sent.
     *
     * @param wasActive what counts where nothing is said of it
     */
    static PersonFacts facts(ObjectNode user, boolean wasActive) throws ScimException {
        String userName = ScimBody.text(user.get("userName"));
        String display = ScimBody.text(user.get("displayName"));
        String given = ScimBody.text(user.path("name").get("givenName"));
        String family = ScimBody.text(user.path("name").get("familyName"));
        if (given == null && family == null && display != null) {
            String[] words = display.strip().split("\\s+", 2);
            given = words[0];
            family = words.length > 1 ? words[1] : null;
        }
        String email = email(user.get("emails"));
        return PersonFacts.of(
                userName,
                ScimBody.text(user.get("externalId")),
                given,
                family,
                email == null ? userName : email,
                active(user.get("active"), wasActive));
    }

    /** The primary one said last; otherwise the one of work, otherwise the first. */
    private static @Nullable String email(@Nullable JsonNode emails) {
        String chosen = null;
        int rank = 0;
        for (JsonNode email : emails == null ? ScimAnswers.object() : emails) {
            String value = ScimBody.text(email.get("value"));
            int own =
                    email.path("primary").asBoolean()
                            ? 3
                            : "work".equalsIgnoreCase(ScimBody.text(email.get("type"))) ? 2 : 1;
            if (value != null && (own > rank || own == 3)) {
                chosen = value;
                rank = own;
            }
        }
        return chosen;
    }

    /** Some directories send it as a text. */
    private static boolean active(@Nullable JsonNode sent, boolean before)
            throws BadRequestException {
        String text = ScimBody.text(sent);
        if (text == null) {
            return before;
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(text);
        }
        throw BadRequestException.invalidValue("active is true or false.");
    }
}
