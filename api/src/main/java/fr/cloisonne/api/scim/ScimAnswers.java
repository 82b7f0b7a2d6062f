package fr.cloisonne.api.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.utils.JsonUtils;
import fr.cloisonne.identity.provisioning.Window;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What every answer has: its media type, its addresses, its version. */
@Component
class ScimAnswers {

    static final String ROOT = "/scim/v2";
    static final MediaType SCIM = MediaType.parseMediaType("application/scim+json;charset=UTF-8");

    private static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    private final URI base;

    ScimAnswers(@Value("${cloisonne.base-url}") URI base) {
        this.base = base;
    }

    static ObjectNode object() {
        return JsonUtils.getJsonNodeFactory().objectNode();
    }

    String address(String path) {
        return base.resolve(ROOT + path).toString();
    }

    void meta(
            ObjectNode resource,
            String type,
            String path,
            Instant created,
            Instant changed,
            String version) {
        ObjectNode meta = resource.putObject("meta");
        meta.put("resourceType", type);
        meta.put("created", created.toString());
        meta.put("lastModified", changed.toString());
        meta.put("location", address(path));
        meta.put("version", tag(version));
    }

    static String tag(String version) {
        return "W/\"" + version + "\"";
    }

    /** The version that a directory has seen; null for any. */
    static @Nullable String version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return null;
        }
        return ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
    }

    ResponseEntity<String> resource(HttpStatus status, ObjectNode resource, Attributes wanted) {
        JsonNode meta = Objects.requireNonNull(resource.get("meta"));
        var answer = ResponseEntity.status(status).contentType(SCIM);
        answer.header("ETag", meta.path("version").asText());
        answer.header("Location", meta.path("location").asText());
        return answer.body(wanted.of(resource).toString());
    }

    /** Nothing, where the directory has seen this version already. */
    ResponseEntity<String> read(
            ObjectNode resource, @Nullable String ifNoneMatch, Attributes wanted) {
        String tag = resource.path("meta").path("version").asText();
        return tag.equals(ifNoneMatch)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build()
                : resource(HttpStatus.OK, resource, wanted);
    }

    ResponseEntity<String> list(
            long total, Window window, List<ObjectNode> resources, Attributes wanted) {
        ObjectNode list = object();
        list.putArray("schemas").add(LIST);
        list.put("totalResults", total);
        list.put("startIndex", window.start());
        list.put("itemsPerPage", resources.size());
        ArrayNode all = list.putArray("Resources");
        resources.forEach(resource -> all.add(wanted.of(resource)));
        return ResponseEntity.ok().contentType(SCIM).body(list.toString());
    }

    /**
     * Which attributes an answer carries: RFC 7644, 3.9, for whole attributes.
     *
     * @param only these, or all where empty
     * @param but not these
     */
    record Attributes(Set<String> only, Set<String> but) {

        private static final Set<String> ALWAYS = Set.of("id", "schemas");

        static Attributes of(@Nullable String attributes, @Nullable String excluded) {
            return new Attributes(names(attributes), names(excluded));
        }

        private static Set<String> names(@Nullable String listed) {
            return listed == null || listed.isBlank()
                    ? Set.of()
                    : Arrays.stream(listed.split(",", 50))
                            .map(name -> name.strip().replaceFirst("^urn:.*:", ""))
                            .map(name -> name.replaceFirst("\\..*$", ""))
                            .map(name -> name.toLowerCase(Locale.ROOT))
                            .collect(Collectors.toSet());
        }

        boolean has(String name) {
            String key = name.toLowerCase(Locale.ROOT);
            return ALWAYS.contains(key)
                    || ((only.isEmpty() || only.contains(key)) && !but.contains(key));
        }

        ObjectNode of(ObjectNode resource) {
            Set<String> left = new HashSet<>();
            resource.fieldNames()
                    .forEachRemaining(name -> {
                        if (!has(name)) {
                            left.add(name);
                        }
                    });
            return left.isEmpty() ? resource : resource.deepCopy().without(left);
        }
    }
}
