package fr.cloisonne.company.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.company.ClientCompanyAddition;
import fr.cloisonne.company.importing.ImportQueue.Begun;
import fr.cloisonne.company.importing.ImportQueue.Claimed;
import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditReading;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.RightMissingException;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.ClientCompanies;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.Siren;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@PostgresTest
@TestPropertySource(properties = "cloisonne.imports.scheduled=false")
class CompanyImportsTests {

    private static final String HEAD = TableFixture.HEAD;
    private static final List<ImportVerdict> ALL = List.of(ImportVerdict.values());

    @Autowired private CompanyImports imports;
    @Autowired private ImportWork work;
    @Autowired private ImportQueue queue;
    @Autowired private ImportAudit importAudit;
    @Autowired private ClientCompanyAddition addition;
    @Autowired private ClientCompanies companies;
    @Autowired private Granting granting;
    @Autowired private Habilitations habilitations;
    @Autowired private UserAccounts accounts;
    @Autowired private AuditReading audit;
    @Autowired private Firms firms;
    @Autowired private FreshProof proof;
    @Autowired private Clock clock;

    @TempDir private Path folder = Path.of("");
    private FirmShortName name = new FirmShortName("aucun");
    private FirmId firm;
    private UserAccountId administrator;

    @BeforeEach
    void aFirm() {
        serveLater();
        name = CompanyFixture.openFirm(firms);
        firm = firms.byShortName(name).orElseThrow().id();
        administrator = PersonFixture.colleague(accounts, firm);
        granting.begin(firm, administrator);
        SessionFixture.proven(proof, administrator, clock);
    }

    @Test
    void nothingIsAddedBeforeTheStartAndEveryLineHasItsVerdictAfter() {
        List<Siren> sirens = sirens(3);
        ImportId id = read(lines(sirens) + "123;Fausse;1 rue;73000;Chambéry\n");
        assertThat(verdicts(id)).containsExactly("READY", "READY", "READY", "REFUSED");
        assertThat(habilitations.clientCompaniesOf(administrator)).isEmpty();
        run(id, false);
        assertThat(verdicts(id)).containsExactly("ADDED", "ADDED", "ADDED", "REFUSED");
        assertThat(sheet(id).state()).isEqualTo(ImportState.DONE);
        assertThat(held()).containsExactlyInAnyOrderElementsOf(sirens);
        assertThat(acts("company.added")).isEqualTo(3);
        assertThat(acts("company.import.started")).isOne();
        assertThat(acts("company.import.ended")).isOne();
    }

    @Test
    void theSameFileAgainAddsNothing() {
        String file = lines(sirens(3));
        run(read(file), false);
        ImportId again = read(file);
        assertThat(verdicts(again)).containsOnly("KNOWN").hasSize(3);
        run(again, true);
        assertThat(verdicts(again)).containsOnly("KNOWN");
        assertThat(acts("company.added")).isEqualTo(3);
    }

    @Test
    void twoImportsOfOneFileAtOnceMakeEachCompanyOnce() throws Exception {
        String file = lines(sirens(6));
        UserAccountId colleague = PersonFixture.colleague(accounts, firm);
        granting.grant(administrator, colleague, new Scope.WholeFirm(firm), Profile.ADMINISTRATOR);
        ImportId first = read(file);
        ImportId second = imports.read(colleague, name, "b.csv", TableFixture.file(folder, file));
        imports.start(administrator, name, first, false);
        SessionFixture.proven(proof, colleague, clock);
        imports.start(colleague, name, second, false);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one :
                    List.of(threads.submit(this::serveAll), threads.submit(this::serveAll))) {
                one.get();
            }
        }
        serveLater();
        List<String> all = new ArrayList<>(verdicts(first));
        all.addAll(verdicts(second));
        assertThat(all).filteredOn("ADDED"::equals).hasSize(6);
        assertThat(all).filteredOn("KNOWN"::equals).hasSize(6);
        assertThat(held()).hasSize(6);
    }

    @Test
    void correctionsAreTakenOverOnlyWithConsent() {
        String file = HEAD + "12345674;Zéro;1 rue;1000;Bourg\n";
        ImportId id = read(file);
        assertThat(verdicts(id)).containsExactly("CORRECTABLE");
        run(id, false);
        assertThat(verdicts(id)).containsExactly("CORRECTABLE");
        assertThat(held()).isEmpty();
        run(read(file), true);
        assertThat(held()).containsExactly(new Siren("012345674"));
    }

    @Test
    void aLineThatWasCutAfterItsCompanyWasMadeIsAddedOnceAndPutOnRecordOnce() {
        ImportId id = read(lines(sirens(2)));
        imports.start(administrator, name, id, false);
        Claimed killed = queue.claim(clock.instant()).orElseThrow();
        Begun line = queue.begin(killed, clock.instant()).orElseThrow();
        // The process dies within the transaction that would have settled the line.
        assertThatThrownBy(() ->
                        addition.addBegun(
                                administrator,
                                firm,
                                line.form(),
                                made -> {
                                    throw new IllegalStateException("killed");
                                }))
                .hasMessage("killed");
        assertThat(work.serve()).as("the claim still holds").isFalse();
        serveLater();
        assertThat(verdicts(id)).containsExactly("ADDED", "ADDED");
        assertThat(acts("company.added")).isEqualTo(2);
        assertThat(held()).hasSize(2);
        assertThat(queue.settle(killed, line, ImportVerdict.KNOWN, List.of(), null)).isFalse();
    }

    @Test
    void aLineThatWasCutBeforeItsCompanyWasMadeIsAddedByWhoeverComesNext() {
        ImportId id = read(lines(sirens(2)));
        imports.start(administrator, name, id, false);
        Claimed killed = queue.claim(clock.instant()).orElseThrow();
        assertThat(queue.begin(killed, clock.instant())).isPresent();
        serveLater();
        assertThat(verdicts(id)).containsExactly("ADDED", "ADDED");
        assertThat(queue.begin(killed, clock.instant())).as("its claim is gone").isEmpty();
    }

    @Test
    void whatIsCancelledStopsAndKeepsWhatIsThere() {
        ImportId id = read(lines(sirens(3)));
        imports.start(administrator, name, id, false);
        Claimed claimed = queue.claim(clock.instant()).orElseThrow();
        Begun line = queue.begin(claimed, clock.instant()).orElseThrow();
        imports.cancel(administrator, name, id);
        addition.addBegun(
                administrator,
                firm,
                line.form(),
                made -> queue.settle(claimed, line, ImportVerdict.ADDED, List.of(), made));
        assertThat(queue.begin(claimed, clock.instant())).isEmpty();
        importAudit.end(claimed, clock.instant());
        assertThat(verdicts(id)).containsExactly("ADDED", "DROPPED", "DROPPED");
        assertThat(sheet(id).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(sheet(id).going()).isFalse();
        imports.start(administrator, name, id, false);
        assertThat(work.serve()).isFalse();
        assertThat(acts("company.import.cancelled")).isOne();
    }

    @Test
    void theRightIsAskedForEachLine() {
        UserAccountId leaving = PersonFixture.colleague(accounts, firm);
        var given =
                granting.grant(
                        administrator, leaving, new Scope.WholeFirm(firm), Profile.ADMINISTRATOR);
        SessionFixture.proven(proof, leaving, clock);
        ImportId id =
                imports.read(leaving, name, "a.csv", TableFixture.file(folder, lines(sirens(2))));
        imports.start(leaving, name, id, false);
        SessionFixture.proven(proof, administrator, clock);
        granting.revoke(administrator, given);
        serveAll();
        assertThat(imports.lines(administrator, name, id, ALL, 0, 10))
                .allSatisfy(line -> {
                    assertThat(line.verdict()).isEqualTo(ImportVerdict.REFUSED);
                    assertThat(line.faults()).containsExactly(ImportFault.ofLine("right"));
                });
        assertThat(held()).isEmpty();
    }

    @Test
    void nobodyElseReadsStartsOrStopsIt() {
        ImportId id = read(lines(sirens(1)));
        UserAccountId reader = PersonFixture.colleague(accounts, firm);
        granting.grant(administrator, reader, new Scope.WholeFirm(firm), Profile.STANDARD);
        for (UserAccountId other : List.of(reader, PersonFixture.colleague(accounts, firm))) {
            SessionFixture.proven(proof, other, clock);
            for (Runnable act :
                    List.<Runnable>of(
                            () -> imports.of(other, name),
                            () -> imports.one(other, name, id),
                            () -> imports.lines(other, name, id, ALL, 0, 10),
                            () -> imports.start(other, name, id, true),
                            () -> imports.cancel(other, name, id))) {
                assertThatThrownBy(act::run)
                        .isInstanceOfAny(RightMissingException.class, NoSuchCompanyException.class);
            }
        }
        FirmShortName first = name;
        aFirm();
        assertThat(imports.one(administrator, name, id)).isEmpty();
        assertThat(imports.lines(administrator, name, id, ALL, 0, 10)).isEmpty();
        imports.start(administrator, name, id, true);
        assertThat(work.serve()).isFalse();
        assertThat(first).isNotEqualTo(name);
    }

    @Test
    void aFileThatWasReadAndNeverStartedGivesWayToTheNextOfThatPerson() {
        ImportId first = read(lines(sirens(1)));
        ImportId second = read(lines(sirens(1)));
        assertThat(imports.of(administrator, name))
                .extracting(ImportSheet::id)
                .containsExactly(second)
                .doesNotContain(first);
    }

    private ImportWork later(int times) {
        return new ImportWork(
                queue,
                importAudit,
                addition,
                companies,
                Clock.offset(clock, Duration.ofMinutes(5L * (times + 1))));
    }

    /** When every claim has run out and every rest is over. */
    private void serveLater() {
        for (int i = 0; i < 5; i++) {
            while (later(i).serve()) {
                // Until none waits.
            }
        }
    }

    private void serveAll() {
        while (work.serve()) {
            // Until none waits.
        }
    }

    private void run(ImportId id, boolean corrections) {
        imports.start(administrator, name, id, corrections);
        serveAll();
    }

    private ImportId read(String text) {
        return imports.read(administrator, name, "a.csv", TableFixture.file(folder, text));
    }

    private ImportSheet sheet(ImportId id) {
        return imports.one(administrator, name, id).orElseThrow();
    }

    private List<String> verdicts(ImportId id) {
        return imports.lines(administrator, name, id, ALL, 0, 100).stream()
                .map(line -> line.verdict().name())
                .toList();
    }

    private List<Siren> held() {
        return habilitations.clientCompaniesOf(administrator).stream()
                .map(card -> card.path().siren())
                .toList();
    }

    private long acts(String act) {
        return audit.ofFirm(administrator, name, Long.MAX_VALUE, 100).stream()
                .filter(entry -> entry.act().equals(act))
                .count();
    }

    private static List<Siren> sirens(int count) {
        return IntStream.range(0, count).mapToObj(i -> CompanyFixture.anySiren()).toList();
    }

    private static String lines(List<Siren> sirens) {
        return HEAD
                + sirens.stream()
                        .map(siren ->
                                siren.value() + ";Société " + siren + ";1 rue;73000;Chambéry\n")
                        .collect(Collectors.joining());
    }
}
