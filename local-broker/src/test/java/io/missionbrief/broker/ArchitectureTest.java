package io.missionbrief.broker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What other modules have of {@code ArchitectureRules}, which knows this one's clients and so cannot be known here. */
@AnalyzeClasses(packages = "io.missionbrief.broker", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesDoNotDependOnEachOtherInCircles =
            slices().matching("io.missionbrief.broker.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheQueuesKnowElasticMq = noClasses()
            .that()
            .resideOutsideOfPackage("io.missionbrief.broker.queue..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.elasticmq..", "org.apache.pekko..", "scala..", "scalikejdbc..", "java.sql..");

    @ArchTest
    static final ArchRule nothingOfTheRestOfTheHouseIsKnown = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("io.missionbrief.subgraph..", "io.missionbrief.stack..");

    @ArchTest
    static final ArchRule onlyTheProcessPrints =
            noClasses().that().doNotHaveSimpleName("BrokerProcess").should(ACCESS_STANDARD_STREAMS);
}
