package fr.cloisonne.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.TenantTransaction;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** The walls of the house: its rooms, its floors, its manner. */
class HouseTests {

    private static final ApplicationModules ROOMS =
            ApplicationModules.of("fr.cloisonne", new ImportOption.DoNotIncludeTests());

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("fr.cloisonne");

    @Test
    void theRoomsAreTheseAndKeepTheirFloors() {
        assertThat(ROOMS.stream().map(room -> room.getIdentifier().toString()))
                .containsExactlyInAnyOrder(
                        "db",
                        "tenancy",
                        "identity",
                        "company",
                        "invoicing",
                        "notification",
                        "ui",
                        "api",
                        "app");
        ROOMS.verify();
    }

    @Test
    void noFloorKnowsOneAbove() {
        String[] floors = {
            "db", "tenancy", "identity", "company", "invoicing", "notification", "ui", "api", "app"
        };
        for (int floor = 0; floor < floors.length; floor++) {
            for (int above = floor + 1; above < floors.length; above++) {
                noClasses()
                        .that()
                        .resideInAPackage("fr.cloisonne." + floors[floor] + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("fr.cloisonne." + floors[above] + "..")
                        .allowEmptyShould(true)
                        .check(HOUSE);
            }
        }
    }

    @Test
    void facesReachNeitherTheGroundNorTheCatalogue() {
        noClasses()
                .that()
                .resideInAnyPackage("fr.cloisonne.ui..", "fr.cloisonne.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("fr.cloisonne.db..", "fr.cloisonne.tenancy")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("fr.cloisonne.api..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("fr.cloisonne.ui..")
                .check(HOUSE);
    }

    @Test
    void theLocalProviderKnowsNothingOfTheProductAndIsKnownByTheDemonstrationAlone() {
        noClasses()
                .that()
                .resideInAPackage("fr.cloisonne.identity.provider..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("fr.cloisonne..")
                                .and(resideOutsideOfPackage("fr.cloisonne.identity.provider..")))
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "fr.cloisonne.identity.provider..", "fr.cloisonne.app.demonstration..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("fr.cloisonne.identity.provider..")
                .check(HOUSE);
    }

    @Test
    void transactionsAreOfOneUnitOrTheOther() {
        noMethods()
                .should()
                .beAnnotatedWith(Transactional.class)
                .allowEmptyShould(true)
                .check(HOUSE);
        noClasses()
                .that()
                .areNotAnnotatedWith(PlatformTransaction.class)
                .and()
                .areNotAnnotatedWith(TenantTransaction.class)
                .and()
                .doNotHaveSimpleName("PlatformTransaction")
                .and()
                .doNotHaveSimpleName("TenantTransaction")
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(HOUSE);
        methods()
                .that()
                .areAnnotatedWith(TenantTransaction.class)
                .should()
                .notBeAnnotatedWith(PlatformTransaction.class)
                .check(HOUSE);
    }

    @Test
    void newsTravelsByTheOutbox() {
        noMethods()
                .should()
                .beAnnotatedWith(TransactionalEventListener.class)
                .orShould()
                .beAnnotatedWith(Async.class)
                .check(HOUSE);
    }

    @Test
    void timeComesFromTheClockAndPartsByTheConstructor() {
        noFields().should().beAnnotatedWith(Autowired.class).check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackage("fr.cloisonne.db..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .check(HOUSE);
    }

    /** A person's own recovery codes, which are shown beside, are the one file that is not. */
    @Test
    void filesLeaveOnRecord() {
        noClasses()
                .that()
                .doNotHaveSimpleName("TakenFile")
                .and()
                .doNotHaveSimpleName("RecoveryCodesDialog")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("com\\.vaadin\\..*\\.(.*Download.*|.*StreamResource.*)")
                .check(HOUSE);
    }

    @Test
    void namesSaySomething() {
        classes()
                .should()
                .haveNameNotMatching(".*(Impl|Manager|Helper|Utils?|Facade|Processor)")
                .check(HOUSE);
    }
}
