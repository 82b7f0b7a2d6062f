package fr.cloisonne.api.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.exceptions.ScimException;
import fr.cloisonne.api.scim.ScimAnswers.Attributes;
import fr.cloisonne.identity.provisioning.Found;
import fr.cloisonne.identity.provisioning.PeopleProvisioning;
import fr.cloisonne.identity.provisioning.ProvisionedPerson;
import fr.cloisonne.identity.provisioning.ProvisionedPersonId;
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

/** The people of the firm whose directory calls. */
@RestController
@RequestMapping(ScimAnswers.ROOT + "/Users")
class ScimUsers {

    private final PeopleProvisioning people;
    private final UserJson json;
    private final ScimAnswers answers;

    ScimUsers(PeopleProvisioning people, UserJson json, ScimAnswers answers) {
        this.people = people;
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
        Found<ProvisionedPerson> found = people.search(caller, ScimFilters.ofUsers(filter), window);
        return answers.list(
                found.total(),
                window,
                found.items().stream().map(json::of).toList(),
                Attributes.of(attributes, excludedAttributes));
    }

    @PostMapping
    ResponseEntity<String> create(
            @AuthenticationPrincipal ProvisioningCaller caller, InputStream body)
            throws ScimException, IOException {
        ObjectNode sent = ScimBody.read(body);
        return answer(HttpStatus.CREATED, people.create(caller, UserJson.facts(sent, true)));
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
        ProvisionedPerson now = find(caller, id);
        return answer(
                HttpStatus.OK,
                people.replace(
                        caller,
                        now.id(),
                        ScimAnswers.version(seen),
                        UserJson.facts(sent, now.facts().active())));
    }

    @PatchMapping("/{id}")
    ResponseEntity<String> patch(
            @AuthenticationPrincipal ProvisioningCaller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            InputStream body)
            throws ScimException, IOException {
        ScimPatch patch = ScimPatch.read(ScimBody.read(body), UserJson.KEPT);
        return answer(
                HttpStatus.OK,
                Asked.again(
                        ScimAnswers.version(seen), version -> patched(caller, id, patch, version)));
    }

    private ProvisionedPerson patched(
            ProvisioningCaller caller, String id, ScimPatch patch, @Nullable String version)
            throws ScimException {
        ProvisionedPerson now = find(caller, id);
        ObjectNode resource = json.of(now);
        patch.apply(resource);
        return people.replace(
                caller,
                now.id(),
                version == null ? now.version() : version,
                UserJson.facts(resource, now.facts().active()));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(
            @AuthenticationPrincipal ProvisioningCaller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen)
            throws ScimException {
        people.remove(caller, new ProvisionedPersonId(Asked.id(id)), ScimAnswers.version(seen));
        return ResponseEntity.noContent().build();
    }

    private ProvisionedPerson find(ProvisioningCaller caller, String id) throws ScimException {
        return people.find(caller, new ProvisionedPersonId(Asked.id(id)))
                .orElseThrow(() -> Asked.unknown(id));
    }

    private ResponseEntity<String> answer(HttpStatus status, ProvisionedPerson person) {
        return answers.resource(status, json.of(person), Attributes.of(null, null));
    }
}
