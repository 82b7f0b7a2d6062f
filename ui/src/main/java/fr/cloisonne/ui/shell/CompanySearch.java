package fr.cloisonne.ui.shell;

import fr.cloisonne.tenancy.value.ClientCompanyCard;
import java.text.Normalizer;
import java.util.Locale;

/** Finds client companies by a piece of their name, without accents, or by their SIREN. */
public final class CompanySearch {

    private CompanySearch() {}

    /** Whether this company answers to what was typed. */
    public static boolean matches(ClientCompanyCard company, String typed) {
        String wanted = plain(typed);
        String digits = wanted.replaceAll("[\\s.]", "");
        return wanted.isEmpty()
                || plain(company.legalName()).contains(wanted)
                || (digits.matches("\\d+") && company.path().siren().value().startsWith(digits));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.strip().replace('\u00A0', ' '), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.FRENCH);
    }
}
