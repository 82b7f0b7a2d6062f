package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.HabilitationId;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.ProfileEditing;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.signin.Proving;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each right by itself, at each page: it opens what it names, and nothing else. */
class RightsOpenPagesIT extends InBrowser {

    private static final FirmShortName ALPES = new FirmShortName("cabinet-alpes");
    private static final String FIRM = "/f/cabinet-alpes/";

    private static final String THING = UUID.randomUUID().toString();

    private static final Map<Right, Set<String>> OPENED = new EnumMap<>(Right.class);

    static {
        opens(Right.SEE_DEPOSITS, BAKERY + "/deposits/?");
        opens(Right.DEPOSIT, BAKERY + "/deposits/?", BAKERY + "/deposit");
        opens(Right.CONSULT, BAKERY + "/invoices", BAKERY + "/invoices/?", BAKERY + "/history");
        opens(Right.FOLLOW_UP, BAKERY + "/invoices", BAKERY + "/invoices/?", BAKERY + "/history");
        opens(Right.SEE_COMPANIES);
        opens(Right.MANAGE_COMPANIES, FIRM + "companies/new");
        opens(Right.SEE_REQUESTS, FIRM + "approvals");
        opens(Right.APPROVE, FIRM + "approvals", FIRM + "attachments");
        opens(Right.AUDIT, FIRM + "matrix", FIRM + "review", FIRM + "audit");
        opens(
                Right.DELEGATE,
                FIRM + "matrix",
                FIRM + "review",
                FIRM + "audit",
                FIRM + "people",
                FIRM + "profiles",
                FIRM + "portfolios",
                FIRM + "provisioning",
                FIRM + "name");
        opens(Right.SEE_CONNECTIONS, FIRM + "connections");
        opens(Right.MANAGE_CONNECTIONS, FIRM + "connections");
        opens(Right.SEE_SIGN_IN, FIRM + "providers", FIRM + "domains", FIRM + "second-factor");
        opens(Right.MANAGE_SIGN_IN, FIRM + "providers", FIRM + "domains", FIRM + "second-factor");
    }

    private static void opens(Right right, String... pages) {
        OPENED.put(
                right,
                Stream.concat(Stream.of(BAKERY), Arrays.stream(pages)).collect(Collectors.toSet()));
    }

    private final UserAccountId claire = account(CLAIRE);
    private final UserAccountId amina = account(AMINA);

    @Test
    void eachRightOpensWhatItNamesAndNothingElse() throws Exception {
        assertThat(OPENED).containsOnlyKeys(Right.values());
        Set<String> pages =
                OPENED.values().stream()
                        .flatMap(Set::stream)
                        .collect(Collectors.toCollection(TreeSet::new));
        Caller caller = new Caller(product);
        caller.signsIn(AMINA, "");
        for (Right right : Right.values()) {
            HabilitationId given = given(right);
            for (String page : pages) {
                int status = caller.get(page.replace("?", THING)).statusCode();
                // A thing that is not there is looked for only by who may see such things.
                int expected =
                        !OPENED.getOrDefault(right, Set.of()).contains(page)
                                ? 403
                                : page.endsWith("?") ? 404 : 200;
                assertThat(status).as("%s by %s", page, right).isEqualTo(expected);
            }
            proven(() -> {
                bean(Granting.class).revoke(claire, given);
                return given;
            });
        }
    }

    private HabilitationId given(Right right) {
        return proven(() -> {
            Profile profile =
                    bean(ProfileEditing.class)
                            .make(claire, ALPES, "Seul " + right.name(), Set.of(right));
            Scope whole =
                    new Scope.WholeFirm(bean(Firms.class).byShortName(ALPES).orElseThrow().id());
            return bean(Granting.class).grant(claire, amina, whole, profile);
        });
    }

    private static <T> T proven(Supplier<T> act) {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        bean(Proving.class)
                .during(account(CLAIRE), "cloisonne-demonstration", () -> result.set(act.get()));
        return Objects.requireNonNull(result.get());
    }

    private static UserAccountId account(String mailbox) {
        return bean(UserAccounts.class).byKey(mailbox).orElseThrow();
    }

    private static <T> T bean(Class<T> kind) {
        return product.context().getBean(kind);
    }
}
