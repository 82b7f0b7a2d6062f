package fr.cloisonne.ui.shell;

import fr.cloisonne.tenancy.value.CompanyPath;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * An address inside a client company: whose it is, and which page of it.
 *
 * @param company firm and SIREN, as the address says them
 * @param page the page below, empty for the company's home
 */
public record CompanyAddress(CompanyPath company, String page) implements Serializable {

    /** The company's home. */
    public static final String HOME = "";

    /** Where invoices are handed in. */
    public static final String DEPOSIT = "deposit";

    /** The list of invoices. */
    public static final String INVOICES = "invoices";

    /** What happened in this company. */
    public static final String HISTORY = "history";

    private static final String DEPOSITS = "deposits";

    /** The address of this location, if it lies inside a company. */
    public static Optional<CompanyAddress> parse(String location) {
        List<String> parts = List.of(location.replaceFirst("^/", "").split("[/?#]", -1));
        if (parts.size() < 3 || !parts.getFirst().equals("c")) {
            return Optional.empty();
        }
        String page = parts.size() > 3 ? parts.get(3) : HOME;
        return CompanyPath.tryParse(parts.get(1), parts.get(2))
                .map(path -> new CompanyAddress(path, page));
    }

    /** The same page of another company; a page about one single deposit becomes the home. */
    public String of(CompanyPath other) {
        return to(other, page.equals(DEPOSITS) ? HOME : page);
    }

    /** The address of a page of a company. */
    public static String to(CompanyPath company, String page) {
        String home = "c/" + company.firm() + "/" + company.siren();
        return page.isEmpty() ? home : home + "/" + page;
    }

    /** The address of one invoice. */
    public static String invoice(CompanyPath company, Object invoice) {
        return to(company, INVOICES + "/" + invoice);
    }

    /** The address of the report on one deposit. */
    public static String deposit(CompanyPath company, Object deposit) {
        return to(company, DEPOSITS + "/" + deposit);
    }
}
