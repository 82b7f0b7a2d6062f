package fr.cloisonne.api.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.messages.PatchOpType;
import com.unboundid.scim2.common.messages.PatchOperation;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes of RFC 7644, 3.5.2, and what directories make of them: operators in capitals, values
 * without a path whose names are paths, members to remove given as a value. Attributes that are not
 * kept are left aside, as on creation.
 */
final class ScimPatch {

    private static final int MOST = 1_000;

    private final Set<String> kept;
    private final List<PatchOperation> operations = new ArrayList<>();

    private ScimPatch(Set<String> kept) {
        this.kept = kept;
    }

    static ScimPatch read(ObjectNode body, Set<String> kept) throws ScimException {
        ScimPatch patch = new ScimPatch(kept);
        if (!(body.get("Operations") instanceof ArrayNode operations) || operations.isEmpty()) {
            throw BadRequestException.invalidSyntax("Operations has at least one operation.");
        }
        if (operations.size() > MOST) {
            throw BadRequestException.tooMany("At most 1,000 operations at once.");
        }
        for (JsonNode operation : operations) {
            patch.read(operation);
        }
        return patch;
    }

    private void read(JsonNode operation) throws ScimException {
        PatchOpType type = type(ScimBody.text(operation.get("op")));
        String path = ScimBody.text(operation.get("path"));
        JsonNode value = operation.get("value");
        if (path != null && !path.isBlank()) {
            add(type, path, value);
        } else if (type != PatchOpType.REMOVE && value instanceof ObjectNode values) {
            for (Map.Entry<String, JsonNode> one : values.properties()) {
                add(type, one.getKey(), one.getValue());
            }
        } else {
            throw type == PatchOpType.REMOVE
                    ? BadRequestException.noTarget("To remove takes a path.")
                    : BadRequestException.invalidSyntax("Without a path the value is an object.");
        }
    }

    private static PatchOpType type(@Nullable String op) throws BadRequestException {
        return switch (String.valueOf(op).toLowerCase(Locale.ROOT)) {
            case "add" -> PatchOpType.ADD;
            case "replace" -> PatchOpType.REPLACE;
            case "remove" -> PatchOpType.REMOVE;
            default -> throw BadRequestException.invalidSyntax("op is add, replace or remove.");
        };
    }

    private void add(PatchOpType type, String path, @Nullable JsonNode value) throws ScimException {
        Path target = target(path);
        if (target == null) {
            return;
        }
        if (type == PatchOpType.REMOVE) {
            remove(target, path, value);
        } else if (value == null) {
            throw BadRequestException.invalidSyntax("This operation takes a value.");
        } else {
            operations.add(PatchOperation.create(type, target, value));
        }
    }

    /** Members to remove may be given as a value. */
    private void remove(Path target, String path, @Nullable JsonNode value) throws ScimException {
        if (!path.equalsIgnoreCase("members") || value == null || value.isNull()) {
            operations.add(PatchOperation.remove(target));
            return;
        }
        for (JsonNode member : value.isArray() ? value : List.of(value)) {
            String id = ScimBody.text(member.get("value"));
            if (id == null || !id.matches("[0-9A-Fa-f-]{36}")) {
                throw BadRequestException.invalidValue("A member's value is the id of a User.");
            }
            operations.add(
                    PatchOperation.remove(Path.fromString("members[value eq \"" + id + "\"]")));
        }
    }

    /** Null for what is not kept. */
    private @Nullable Path target(String path) throws BadRequestException {
        if (path.length() > 500) {
            throw BadRequestException.invalidPath("A path has at most 500 characters.");
        }
        Path target = Path.fromString(path);
        return !target.isRoot()
                        && kept.contains(
                                target.getElement(0).getAttribute().toLowerCase(Locale.ROOT))
                ? target
                : null;
    }

    void apply(ObjectNode resource) throws ScimException {
        for (PatchOperation operation : operations) {
            if (!aimsBeside(operation, resource)) {
                operation.apply(resource);
            }
        }
    }

    /**
     * An address of another kind, such as that of home, is not kept; nor is a member who is gone.
     */
    private static boolean aimsBeside(PatchOperation operation, ObjectNode resource)
            throws ScimException {
        Path path = operation.getPath();
        return path != null
                && path.getElement(0).getValueFilter() != null
                && !JsonUtils.pathExists(path.subPath(1), resource);
    }
}
