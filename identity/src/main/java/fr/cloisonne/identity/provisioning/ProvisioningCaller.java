package fr.cloisonne.identity.provisioning;

import fr.cloisonne.tenancy.value.FirmId;
import java.io.Serializable;
import java.security.Principal;
import java.util.Map;
import java.util.TreeMap;

/**
 * The directory that calls: it acts in one firm and knows of no other.
 *
 * @param firm whose directory
 * @param connection by which connection
 */
public record ProvisioningCaller(FirmId firm, ProvisioningConnectionId connection)
        implements Principal, Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String getName() {
        return connection.toString();
    }

    Map<String, String> details() {
        Map<String, String> details = new TreeMap<>();
        details.put("connection", connection.toString());
        return details;
    }
}
