package fr.cloisonne.api.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What a directory sends: one JSON object of a megabyte at most; names whatever their case. */
final class ScimBody {

    private static final int MOST = 1_048_576;

    private ScimBody() {}

    static ObjectNode read(InputStream sent) throws ScimException, IOException {
        byte[] bytes = sent.readNBytes(MOST + 1);
        if (bytes.length > MOST) {
            throw ScimException.createException(
                    HttpStatus.CONTENT_TOO_LARGE.value(),
                    "The body is larger than one megabyte; send fewer members at once.");
        }
        try {
            JsonNode tree =
                    JsonUtils.getObjectReader().readTree(new String(bytes, StandardCharsets.UTF_8));
            if (tree instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException broken) {
            throw BadRequestException.invalidSyntax("The body is not well-formed JSON.");
        }
        throw BadRequestException.invalidSyntax("The body is not a JSON object.");
    }

    /** A text, or null where there is none; numbers count as the text that they are. */
    static @Nullable String text(@Nullable JsonNode node) {
        return node == null || node.isNull() || node.isContainerNode() ? null : node.asText();
    }
}
