package fr.cloisonne.api.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.exceptions.ScimException;
import fr.cloisonne.api.scim.ScimAnswers.Attributes;
import fr.cloisonne.identity.provisioning.Found;
import fr.cloisonne.identity.provisioning.GroupProvisioning;
import fr.cloisonne.identity.provisioning.ProvisionedGroup;
import fr.cloisonne.identity.provisioning.ProvisionedGroupId;
import fr.cloisonne.identity.provisioning.ProvisioningCaller;
import fr.cloisonne.identity.provisioning.Window;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The groups of the firm whose directory calls. */
@RestController
@RequestMapping(ScimAnswers.ROOT + "/Groups")
class ScimGroups {

    private final GroupProvisioning groups;
    private final GroupJson json;
    private final ScimAnswers answers;

    ScimGroups(GroupProvisioning groups, GroupJson json, ScimAnswers answers) {
        this.groups = groups;
        this.json = json;
        this.answers = answers;
    }

    @GetMapping
    ResponseEntity<String> list(
            @AuthenticationPrincipal ProvisioningCaller caller,
            @RequestParam @Nullable String filter,
            @RequestParam(defaultValue = "1") String startIndex,
            @RequestParam(defaultValue = "100") String count,
            @RequestParam @Nullable String attributes,
            @RequestParam @Nullable String excludedAttributes)
            throws ScimException {
        Window window = Asked.window(startIndex, count);
        Attributes wanted = Attributes.of(attributes, excludedAttributes);
        Found<ProvisionedGroup> found =
                groups.search(caller, ScimFilters.ofGroups(filter), window, wanted.has("members"));
        return answers.list(
                found.total(), window, found.items().stream().map(json::of).toList(), wanted);
    }

    @PostMapping
    ResponseEntity<String> create(
            @AuthenticationPrincipal ProvisioningCaller caller, InputStream body)
            throws ScimException, IOException {
        ObjectNode sent = ScimBody.read(body);
        return answer(HttpStatus.CREATED, groups.create(caller, GroupJson.facts(sent)));
    }

    @GetMapping("/{id}")
    ResponseEntity<String> get(
            @AuthenticationPrincipal ProvisioningCaller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String seen,
            @RequestParam @Nullable String attributes,
            @RequestParam @Nullable String excludedAttributes)
            throws ScimException {
        return answers.read(
                json.of(find(caller, id)), seen, Attributes.of(attributes, excludedAttributes));
    }

    @PutMapping("/{id}")
    ResponseEntity<String> replace(
            @AuthenticationPrincipal ProvisioningCaller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            InputStream body)
            throws ScimException, IOException {
        ObjectNode sent = ScimBody.read(body);
        return answer(
                HttpStatus.OK,
                groups.replace(
                        caller,
                        new ProvisionedGroupId(Asked.id(id)),
                        ScimAnswers.version(seen),
                        GroupJson.facts(sent)));
    }

    /** Answers without a body: a group may be large, and directories ask for no more. */
    @PatchMapping("/{id}")
    ResponseEntity<Void> patch(
            @AuthenticationPrincipal ProvisioningCaller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            InputStream body)
            throws ScimException, IOException {
        ScimPatch patch = ScimPatch.read(ScimBody.read(body), GroupJson.KEPT);
        ProvisionedGroup changed =
                Asked.again(
                        ScimAnswers.version(seen), version -> patched(caller, id, patch, version));
        return ResponseEntity.noContent().eTag(ScimAnswers.tag(changed.version())).build();
    }

    private ProvisionedGroup patched(
            ProvisioningCaller caller, String id, ScimPatch patch, @Nullable String version)
            throws ScimException {
        ProvisionedGroup now = find(caller, id);
        ObjectNode resource = json.of(now);
        patch.apply(resource);
        return groups.replace(
                caller,
                now.id(),
                version == null ? now.version() : version,
                GroupJson.facts(resource));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(
            @AuthenticationPrincipal ProvisioningCaller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen)
            throws ScimException {
        groups.remove(caller, new ProvisionedGroupId(Asked.id(id)), ScimAnswers.version(seen));
        return ResponseEntity.noContent().build();
    }

    private ProvisionedGroup find(ProvisioningCaller caller, String id) throws ScimException {
        return groups.find(caller, new ProvisionedGroupId(Asked.id(id)))
                .orElseThrow(() -> Asked.unknown(id));
    }

    private ResponseEntity<String> answer(HttpStatus status, ProvisionedGroup group) {
        return answers.resource(status, json.of(group), Attributes.of(null, null));
    }
}
