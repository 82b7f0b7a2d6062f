package fr.cloisonne.api.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import fr.cloisonne.identity.provisioning.GroupFacts;
import fr.cloisonne.identity.provisioning.ProvisionedGroup;
import fr.cloisonne.identity.provisioning.ProvisionedPersonId;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A group as SCIM writes it. */
@Component
class GroupJson {

    static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Group";

    /** What is kept of what is sent; the rest is left aside. */
    static final Set<String> KEPT = Set.of("displayname", "externalid", "members");

    private final ScimAnswers answers;

    GroupJson(ScimAnswers answers) {
        this.answers = answers;
    }

    ObjectNode of(ProvisionedGroup group) {
        ObjectNode json = ScimAnswers.object();
        json.putArray("schemas").add(SCHEMA);
        json.put("id", group.id().toString());
        if (group.externalId() != null) {
            json.put("externalId", group.externalId());
        }
        json.put("displayName", group.displayName());
        ArrayNode members = json.putArray("members");
        group.members()
                .forEach(member ->
                        members.addObject()
                                .put("value", member.id())
                                .put("display", member.display())
                                .put("$ref", answers.address("/Users/" + member.id()))
                                .put("type", "User"));
        answers.meta(
                json,
                "Group",
                "/Groups/" + group.id(),
                group.created(),
                group.changed(),
                group.version());
        return json;
    }

    static GroupFacts facts(ObjectNode group) throws ScimException {
        Set<ProvisionedPersonId> members = new HashSet<>();
        for (JsonNode member : group.path("members")) {
            members.add(member(ScimBody.text(member.get("value"))));
        }
        String name = ScimBody.text(group.get("displayName"));
        return new GroupFacts(
                name == null ? "" : name, ScimBody.text(group.get("externalId")), members);
    }

    private static ProvisionedPersonId member(@Nullable String value) throws BadRequestException {
        try {
            return new ProvisionedPersonId(UUID.fromString(value == null ? "" : value));
        } catch (IllegalArgumentException none) {
            throw BadRequestException.invalidValue("A member's value is the id of a User.");
        }
    }
}
