package fr.cloisonne.api.scim;

import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ResourceNotFoundException;
import com.unboundid.scim2.common.exceptions.ScimException;
import fr.cloisonne.identity.provisioning.ProvisioningRefusedException;
import fr.cloisonne.identity.provisioning.ProvisioningRefusedException.Reason;
import fr.cloisonne.identity.provisioning.Window;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What addresses and headers ask for. */
final class Asked {

    private static final int TRIES = 4;

    private Asked() {}

    /** A change worked out from what is there now. */
    @FunctionalInterface
    interface Change<T> {

        T from(@Nullable String version) throws ScimException;
    }

    /** Where no version was asked for, a change that another has overtaken is worked out anew. */
    static <T> T again(@Nullable String version, Change<T> change) throws ScimException {
        for (int tries = 1; ; tries++) {
            try {
                return change.from(version);
            } catch (ProvisioningRefusedException refused) {
                if (refused.reason() != Reason.VERSION || version != null || tries == TRIES) {
                    throw refused;
                }
            }
        }
    }

    static UUID id(String asked) throws ScimException {
        try {
            return UUID.fromString(asked);
        } catch (IllegalArgumentException none) {
            throw unknown(asked);
        }
    }

    static ScimException unknown(String asked) {
        String shown = asked.length() > 40 ? asked.substring(0, 40) + "…" : asked;
        return new ResourceNotFoundException("There is no resource " + shown + " here.");
    }

    static Window window(String start, String count) throws ScimException {
        return new Window(number(start, "startIndex"), number(count, "count"));
    }

    private static int number(String sent, String name) throws ScimException {
        try {
            return Math.clamp(Long.parseLong(sent.strip()), -1, Integer.MAX_VALUE);
        } catch (NumberFormatException none) {
            throw BadRequestException.invalidValue(name + " is a whole number.");
        }
    }
}
