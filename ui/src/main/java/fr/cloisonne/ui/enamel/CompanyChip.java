package fr.cloisonne.ui.enamel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.TenantId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The sign by which a client company is known from three metres: initials on its own enamel. */
public final class CompanyChip {

    /** The enamels; white letters on each of them have a contrast of 4.5 at least. */
    static final List<String> ENAMELS =
            List.of(
                    "#24408e", "#1f6a52", "#9a3a20", "#6d3a80", "#1c6478", "#7a5a12", "#a02f55",
                    "#47602a", "#3f4f9e", "#85451f", "#2c5d8f", "#8a2f7a", "#5a4a2f", "#2f6b6b",
                    "#5b3fa0", "#4a5568");

    private static final Set<String> FORMS =
            Set.of(
                    "SA", "SAS", "SASU", "SARL", "EURL", "SCI", "SNC", "EI", "DE", "DU", "ET", "LA",
                    "LE", "LES", "DES");

    private CompanyChip() {}

    /** The chip alone; the name stands beside it, so it is not read aloud. */
    public static Component of(ClientCompanyCard company) {
        Span chip = new Span(initials(company.legalName()));
        chip.addClassName("chip");
        chip.getStyle().set("--chip", colour(company.tenant()));
        chip.getElement().setAttribute("aria-hidden", "true");
        return chip;
    }

    /** Name over SIREN. */
    public static Component words(ClientCompanyCard company) {
        Span name = new Span(company.legalName());
        name.addClassName("name");
        name.getElement().setAttribute("title", company.legalName());
        Span siren = new Span(company.path().siren().formatted());
        siren.addClassName("siren");
        Span who = new Span(name, siren);
        who.addClassName("who");
        return who;
    }

    static String colour(TenantId tenant) {
        long random = tenant.value().getLeastSignificantBits();
        return ENAMELS.get(Math.floorMod(Long.hashCode(random), ENAMELS.size()));
    }

    static String initials(String name) {
        List<String> words =
                Arrays.stream(name.toUpperCase(Locale.FRENCH).split("[^\\p{L}\\p{N}]+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        List<String> telling = words.stream().filter(word -> !FORMS.contains(word)).toList();
        return (telling.isEmpty() ? words : telling)
                .stream().limit(2).map(word -> word.substring(0, 1)).collect(Collectors.joining());
    }
}
