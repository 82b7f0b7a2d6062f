package fr.cloisonne.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Acts that are written to a firm's chain and to the service's, whichever comes first in them. */
@PostgresTest
class OrderOfChainsTests {

    @Autowired private AuditTrail trail;
    @Autowired private ChainVerifying verifying;
    @Autowired private ChainReading chains;
    @Autowired private Firms firms;

    @Autowired
    @Qualifier("platformTransactionManager")
    private PlatformTransactionManager transactions;

    private FirmId firm;

    @BeforeEach
    void aFirm() {
        firm = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
    }

    @Test
    void doNotWaitForEachOtherInACircle() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(act(both, this::inService, this::inFirm));
            var second = threads.submit(act(both, this::inFirm, this::inService));
            first.get();
            second.get();
        }
        assertThat(chains.ofFirm(firm, Long.MAX_VALUE, 10))
                .extracting(Row::act)
                .filteredOn("firm.tried"::equals)
                .hasSize(2);
        assertThat(chains.ofFirm(new FirmId(AuditTrail.SERVICE), Long.MAX_VALUE, 10))
                .extracting(Row::act)
                .filteredOn("operator.tried"::equals)
                .hasSize(2);
        assertThat(verifying.verifyFirm(firm).intact()).isTrue();
    }

    @Test
    void aRowOfTheServiceThatIsNoCodeEndsTheAct() {
        var template = new TransactionTemplate(transactions);
        assertThatThrownBy(() ->
                        template.executeWithoutResult(open -> {
                            inFirm();
                            trail.recordInService(null, "operator.tried", Map.of("name", "Jean D"));
                        }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(chains.ofFirm(firm, Long.MAX_VALUE, 10))
                .extracting(Row::act)
                .doesNotContain("firm.tried");
    }

    private Callable<Boolean> act(CyclicBarrier both, Runnable one, Runnable other) {
        return () -> {
            var template = new TransactionTemplate(transactions);
            template.executeWithoutResult(open -> {
                one.run();
                together(both);
                other.run();
            });
            return true;
        };
    }

    private static void together(CyclicBarrier both) {
        try {
            both.await(30, TimeUnit.SECONDS);
        } catch (Exception late) {
            throw new IllegalStateException(late);
        }
    }

    private void inFirm() {
        trail.recordInFirm(firm, null, "firm.tried", Map.of());
    }

    private void inService() {
        trail.recordInService(null, "operator.tried", Map.of());
    }
}
