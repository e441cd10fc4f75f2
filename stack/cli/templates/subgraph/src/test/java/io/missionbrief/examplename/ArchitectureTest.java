package io.missionbrief.examplename;

import io.missionbrief.subgraph.test.architecture.ArchitectureRules;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> keepsTheRulesOfTheHouse() {
        return ArchitectureRules.of("io.missionbrief.examplename");
    }

    @TestFactory
    Stream<DynamicTest> eachConceptKnowsOnlyThoseBeforeIt() {
        return ArchitectureRules.ofDependencies(
                "io.missionbrief.examplename", Map.of("examplenoun", List.of("jooq")));
    }
}
