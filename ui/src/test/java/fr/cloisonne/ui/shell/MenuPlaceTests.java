package fr.cloisonne.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

class MenuPlaceTests {

    /** What the menu offers to whoever may see all of a firm, and of a client. */
    private static final List<String> ENTRIES =
            List.of(
                    "",
                    "f/alpes/matrix",
                    "f/alpes/provisioning",
                    "f/alpes/approvals",
                    "f/alpes/providers",
                    "f/alpes/second-factor",
                    "f/alpes/connections",
                    "f/alpes/attachments",
                    "f/alpes/name",
                    "f/alpes/audit",
                    "f/alpes/requests",
                    "c/alpes/900000019",
                    "c/alpes/900000019/deposit",
                    "c/alpes/900000019/invoices",
                    "c/alpes/900000019/history",
                    "operator",
                    "operator/domains",
                    "operator/appointments");

    @ParameterizedTest
    @CsvSource({
        "'',''",
        "portfolio,''",
        "f/alpes/companies/new,''",
        "f/alpes/people,f/alpes/matrix",
        "f/alpes/handovers/0198c0de,f/alpes/matrix",
        "f/alpes/domains,f/alpes/providers",
        "f/alpes/providers/0198c0de/try,f/alpes/providers",
        "c/alpes/900000019,c/alpes/900000019",
        "c/alpes/900000019/invoices/0198c0de,c/alpes/900000019/invoices",
        "operator/domains,operator/domains"
    })
    void oneEntryStandsForThePage(String here, String entry) {
        assertThat(entriesOver(here)).containsExactly(entry);
    }

    @ParameterizedTest
    @CsvSource({"f/jura/people", "f/jura/matrix", "f/alpes", "c/alpes/900000027", "account"})
    void noEntryStandsForAnotherFirmOrClientOrOnesOwnAccount(String here) {
        assertThat(entriesOver(here)).isEmpty();
    }

    /** A page that is added later stands under an entry too. */
    @ParameterizedTest
    @MethodSource
    void everyPageOfAFirmStandsUnderOneEntry(String page) {
        assertThat(entriesOver(page.replace(":firm", "alpes"))).as(page).hasSize(1);
    }

    static Stream<String> everyPageOfAFirmStandsUnderOneEntry() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return scan.findCandidateComponents("fr.cloisonne.ui").stream()
                .map(found ->
                        ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .map(view -> view.getAnnotation(Route.class).value())
                .filter(page -> page.startsWith("f/:firm/"));
    }

    @Test
    void thePagesOfAFirmAreFound() {
        assertThat(everyPageOfAFirmStandsUnderOneEntry()).hasSizeGreaterThan(20);
    }

    private static List<String> entriesOver(String here) {
        MenuPlace place = new MenuPlace(here);
        return ENTRIES.stream().filter(place::isUnder).toList();
    }
}
