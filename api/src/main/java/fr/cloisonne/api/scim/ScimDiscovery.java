package fr.cloisonne.api.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.utils.JsonUtils;
import fr.cloisonne.api.scim.ScimAnswers.Attributes;
import fr.cloisonne.identity.provisioning.Window;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is supported here, as RFC 7644, 4, asks to tell it; and that the rest is not there. */
@RestController
@RequestMapping(ScimAnswers.ROOT)
class ScimDiscovery {

    private static final Attributes WHOLE = Attributes.of(null, null);

    private final ScimAnswers answers;
    private final List<ObjectNode> provider;
    private final List<ObjectNode> types;
    private final List<ObjectNode> schemas;

    ScimDiscovery(ScimAnswers answers) {
        this.answers = answers;
        this.provider = read("service-provider.json", "ServiceProviderConfig");
        this.types = read("resource-types.json", "ResourceType");
        this.schemas = read("schemas.json", "Schema");
    }

    private List<ObjectNode> read(String file, String type) {
        try (InputStream json = new ClassPathResource(file, ScimDiscovery.class).getInputStream()) {
            List<ObjectNode> read = new ArrayList<>();
            for (JsonNode one : JsonUtils.getObjectReader().readTree(json)) {
                ObjectNode resource = (ObjectNode) one;
                resource.putObject("meta")
                        .put("resourceType", type)
                        .put("location", answers.address(path(type, resource)));
                read.add(resource);
            }
            return read;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String path(String type, ObjectNode resource) {
        return switch (type) {
            case "ResourceType" -> "/ResourceTypes/" + resource.path("id").asText();
            case "Schema" -> "/Schemas/" + resource.path("id").asText();
            default -> "/ServiceProviderConfig";
        };
    }

    @GetMapping("/ServiceProviderConfig")
    ResponseEntity<String> provider() {
        return one(provider.getFirst());
    }

    @GetMapping("/ResourceTypes")
    ResponseEntity<String> types(@RequestParam @Nullable String filter) {
        return all(types, filter);
    }

    @GetMapping("/ResourceTypes/{id}")
    ResponseEntity<String> type(@PathVariable String id) throws ScimException {
        return one(find(types, id));
    }

    @GetMapping("/Schemas")
    ResponseEntity<String> schemas(@RequestParam @Nullable String filter) {
        return all(schemas, filter);
    }

    @GetMapping("/Schemas/{id}")
    ResponseEntity<String> schema(@PathVariable String id) throws ScimException {
        return one(find(schemas, id));
    }

    @RequestMapping("/**")
    ResponseEntity<String> elsewhere() {
        return ScimErrors.answer(
                404, null, "There is nothing at this address; Users and Groups are.");
    }

    private static ObjectNode find(List<ObjectNode> among, String id) throws ScimException {
        return among.stream()
                .filter(one -> one.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> Asked.unknown(id));
    }

    private static ResponseEntity<String> one(ObjectNode resource) {
        return ResponseEntity.ok().contentType(ScimAnswers.SCIM).body(resource.toString());
    }

    /** RFC 7644, 4: they cannot be filtered. */
    private ResponseEntity<String> all(List<ObjectNode> resources, @Nullable String filter) {
        return filter == null
                ? answers.list(resources.size(), new Window(1, Window.MOST), resources, WHOLE)
                : ScimErrors.answer(403, null, "Schemas and resource types are not filtered.");
    }
}
