package dev.sightglass.client.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.EachProperty;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The arrows of the house: see docs/architecture.md. */
class ArchitectureTest {

    private static final JavaClasses HOUSE =
        new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.sightglass");

    /** The rooms in the order in which a report flows; each may look only further along. */
    private static final String[] FLOW = {"intake", "convert", "report", "queue", "upload", "wats"};

    @Test
    void seesEveryModule() {
        assertThat(Stream.of("metrics", "health", "converter", "client", "metrics.micronaut")
            .map(name -> "dev.sightglass." + name))
            .allMatch(HOUSE::containPackage);
    }

    @Test
    void metricsCoreServesAnyProgram() {
        classes().that().resideInAPackage("dev.sightglass.metrics..").and()
            .resideOutsideOfPackage("dev.sightglass.metrics.micronaut..")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage("java..", "javax..", "com.sun.net.httpserver..", "io.prometheus..",
                    "org.jspecify..", "org.slf4j..", "com.github.benmanes.caffeine..", "dev.sightglass.metrics.."))
            .check(HOUSE);
    }

    @Test
    void converterApiStandsAlone() {
        classes().that().resideInAPackage("dev.sightglass.converter..").should().onlyDependOnClassesThat(
            resideInAnyPackage("java..", "javax.xml.stream..", "com.fasterxml.jackson..", "org.jspecify..",
                "dev.sightglass.converter.."))
            .check(HOUSE);
    }

    @Test
    void nothingDependsOnTheService() {
        noClasses().that().resideOutsideOfPackage("dev.sightglass.client..").should().dependOnClassesThat()
            .resideInAPackage("dev.sightglass.client..").check(HOUSE);
    }

    @Test
    void healthAndMetricsDoNotKnowEachOthersFramework() {
        noClasses().that().resideInAPackage("dev.sightglass.health..").should().dependOnClassesThat()
            .resideInAPackage("dev.sightglass.metrics.micronaut..").check(HOUSE);
    }

    @Test
    void featuresHaveNoCycles() {
        slices().matching("dev.sightglass.client.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void aReportFlowsOneWay() {
        // upload takes from the queue what conversion has put there: the queue is where the two directions meet
        noClasses().that().resideInAPackage(room("wats")).should().dependOnClassesThat()
            .resideInAnyPackage(
                Stream.of(FLOW).filter(name -> !name.equals("wats")).map(ArchitectureTest::room).toArray(String[]::new))
            .check(HOUSE);
        noClasses().that().resideInAnyPackage(room("queue"), room("report")).should().dependOnClassesThat()
            .resideInAnyPackage(room("intake"), room("convert"), room("upload"), room("wats")).check(HOUSE);
        noClasses().that().resideInAnyPackage(room("intake")).should().dependOnClassesThat()
            .resideInAnyPackage(room("upload"), room("wats")).check(HOUSE);
        noClasses().that().resideInAPackage(room("upload")).should().dependOnClassesThat()
            .resideInAnyPackage(room("intake"), room("convert")).check(HOUSE);
    }

    @Test
    void formatsKnowOnlyTheConverterApi() {
        slices().matching("dev.sightglass.client.convert.(*)..").should().notDependOnEachOther().check(HOUSE);
        noClasses().that().resideInAPackage("dev.sightglass.client.convert.*..").should().dependOnClassesThat()
            .resideInAnyPackage(room("queue"), room("upload"), room("wats"), room("intake"), "io.micronaut..")
            .check(HOUSE);
    }

    @Test
    void sqlLivesInTheStore() {
        noClasses().that().resideOutsideOfPackage("dev.sightglass.client.queue.store..").should().dependOnClassesThat()
            .resideInAnyPackage("org.jdbi..", "java.sql..", "org.sqlite..", "org.flywaydb..", "com.zaxxer..")
            .check(HOUSE);
    }

    @Test
    void theStoreHidesBehindTheQueue() {
        // the command that tries a store out needs the store and no queue
        noClasses().that().resideOutsideOfPackage("dev.sightglass.client.queue.store..").and()
            .doNotHaveSimpleName("CheckCommand").should().dependOnClassesThat()
            .resideInAPackage("dev.sightglass.client.queue.store..").check(HOUSE);
        noClasses().that().resideInAPackage("dev.sightglass.client.queue.store.sqlite..").should()
            .dependOnClassesThat().resideInAPackage("dev.sightglass.client.queue.store.postgresql..").check(HOUSE);
        noClasses().that().resideInAPackage("dev.sightglass.client.queue.store.postgresql..").should()
            .dependOnClassesThat().resideInAPackage("dev.sightglass.client.queue.store.sqlite..").check(HOUSE);
    }

    @Test
    void timeComesFromOneSource() {
        noClasses().that().resideInAPackage("dev.sightglass.client..").should().callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis").check(HOUSE);
    }

    @Test
    void wiringIsByConstructorAndConfigurationByRecord() {
        fields().should().notBeAnnotatedWith(Inject.class).check(HOUSE);
        classes().that(annotatedWith(ConfigurationProperties.class)).or(annotatedWith(EachProperty.class)).should()
            .beRecords().check(HOUSE);
    }

    @Test
    void nobodyWritesPastTheLogger() {
        noClasses().that()
            .resideInAnyPackage("dev.sightglass.client..", "dev.sightglass.health..", "dev.sightglass.metrics..",
                "dev.sightglass.converter..")
            .should().accessField(System.class, "out").orShould().accessField(System.class, "err").orShould()
            .dependOnClassesThat().resideInAPackage("java.util.logging..").check(HOUSE);
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        var packages = HOUSE.stream().map(type -> type.getPackage()).distinct().toList();
        assertThat(packages).isNotEmpty().allSatisfy(
            type -> assertThat(type.tryGetPackageInfo()).as(type.getName()).hasValueSatisfying(
                info -> assertThat(info.isAnnotatedWith(NullMarked.class)).as(type.getName()).isTrue()));
    }

    private static String room(String name) {
        return "dev.sightglass.client." + name + "..";
    }
}
