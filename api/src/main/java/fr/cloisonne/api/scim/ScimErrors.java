package fr.cloisonne.api.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.messages.ErrorResponse;
import fr.cloisonne.identity.provisioning.ProvisioningRefusedException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals in the shape of RFC 7644, 3.12: what, why, and what to do. */
@RestControllerAdvice(basePackageClasses = ScimErrors.class)
class ScimErrors {

    private static final Logger LOG = LoggerFactory.getLogger(ScimErrors.class);

    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:Error";

    @ExceptionHandler
    ResponseEntity<String> refused(ProvisioningRefusedException refused) {
        String about = refused.about();
        return switch (refused.reason()) {
            case NOT_FOUND -> answer(404, null, "There is no resource " + about + " here.");
            case TAKEN ->
                    answer(
                            409,
                            "uniqueness",
                            "The resource "
                                    + about
                                    + " has this name, address or externalId already; change that one instead.");
            case VALUE -> value(about);
            case VERSION ->
                    answer(
                            412,
                            null,
                            "The resource has changed since; its version is now W/\""
                                    + about
                                    + "\". Read it again.");
            case LAST_ADMINISTRATOR ->
                    answer(
                            409,
                            null,
                            "This is the firm's last administrator. Make somebody else an"
                                    + " administrator first.");
            case BREAK_GLASS_NEEDED ->
                    answer(
                            409,
                            null,
                            "The firm requires its identity provider and counts on this"
                                    + " administrator in emergencies. Name another one first.");
            case SUSPENDED_HERE ->
                    answer(
                            409,
                            null,
                            "An administrator of the firm suspended this person in Cloisonné. Only"
                                    + " an administrator reinstates them, there.");
            case TOO_MANY ->
                    answer(409, null, "The firm has as many " + about + " as it may have at once.");
            case NOT_ARMED, ROTATING, THERE_ALREADY -> answer(409, null, "It cannot be done now.");
        };
    }

    private static ResponseEntity<String> value(String attribute) {
        return attribute.equals("filter")
                ? answer(400, "invalidFilter", "This filter is not supported for these attributes.")
                : answer(
                        400,
                        "invalidValue",
                        "The value of " + attribute + " is missing, too long or not of its kind.");
    }

    @ExceptionHandler
    ResponseEntity<String> refused(ScimException refused) {
        ErrorResponse error = refused.getScimError();
        return answer(error.getStatus(), error.getScimType(), String.valueOf(error.getDetail()));
    }

    /** Two at the same moment. */
    @ExceptionHandler
    ResponseEntity<String> taken(DuplicateKeyException taken) {
        return answer(409, "uniqueness", "A resource of this name was made meanwhile.");
    }

    /** The database took too long, or two acts stood in each other's way: nothing was done. */
    @ExceptionHandler
    ResponseEntity<String> busy(TransientDataAccessException busy) {
        LOG.error("a directory's call took too long", busy);
        return answer(503, null, "This took too long and was not done. Try again in a minute.");
    }

    static void write(HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(ScimAnswers.SCIM.toString());
        response.getOutputStream()
                .write(body(status.value(), null, detail).getBytes(StandardCharsets.UTF_8));
    }

    static ResponseEntity<String> answer(int status, @Nullable String type, String detail) {
        return ResponseEntity.status(status)
                .contentType(ScimAnswers.SCIM)
                .body(body(status, type, detail));
    }

    private static String body(int status, @Nullable String type, String detail) {
        ObjectNode error = ScimAnswers.object();
        error.putArray("schemas").add(SCHEMA);
        error.put("status", String.valueOf(status));
        if (type != null) {
            error.put("scimType", type);
        }
        error.put("detail", detail);
        return error.toString();
    }
}
