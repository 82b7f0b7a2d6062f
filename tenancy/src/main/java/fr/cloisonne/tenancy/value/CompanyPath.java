package fr.cloisonne.tenancy.value;

import java.io.Serializable;
import java.util.Optional;

/**
 * A client company as an address tells it: by the firm and the SIREN, since two firms may know one
 * SIREN.
 *
 * @param firm short name of the firm
 * @param siren the company's SIREN
 */
public record CompanyPath(FirmShortName firm, Siren siren) implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * Reads the two parts of an address.
     *
     * @param firm the firm's part
     * @param siren the company's part
     * @return the path, or nothing if no company can be there
     */
    public static Optional<CompanyPath> tryParse(String firm, String siren) {
        return FirmShortName.tryParse(firm)
                .flatMap(
                        name -> Siren.tryParse(siren).map(number -> new CompanyPath(name, number)));
    }

    @Override
    public String toString() {
        return firm + "/" + siren;
    }
}
