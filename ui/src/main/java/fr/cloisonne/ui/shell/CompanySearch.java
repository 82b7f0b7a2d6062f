package fr.cloisonne.ui.shell;

import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.ui.text.PlainText;

/** Finds client companies by a piece of their name, without accents, or by their SIREN. */
public final class CompanySearch {

    private CompanySearch() {}

    /** Whether this company answers to what was typed. */
    public static boolean matches(ClientCompanyCard company, String typed) {
        String wanted = PlainText.of(typed);
        String digits = wanted.replaceAll("[\\s.]", "");
        return wanted.isEmpty()
                || PlainText.of(company.legalName()).contains(wanted)
                || (digits.matches("\\d+") && company.path().siren().value().startsWith(digits));
    }
}
