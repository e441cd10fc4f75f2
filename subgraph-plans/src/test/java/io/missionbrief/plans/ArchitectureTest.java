package io.missionbrief.plans;

import io.missionbrief.subgraph.test.architecture.ArchitectureRules;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> keepsTheRulesOfTheHouse() {
        return ArchitectureRules.of("io.missionbrief.plans");
    }

    @TestFactory
    Stream<DynamicTest> eachConceptKnowsOnlyThoseBeforeIt() {
        return ArchitectureRules.ofDependencies(
                "io.missionbrief.plans",
                Map.of(
                        "catalogue", List.of("jooq"),
                        "workspaceproduct", List.of("jooq", "catalogue"),
                        "plan", List.of("jooq", "catalogue", "workspaceproduct"),
                        "version", List.of("jooq", "workspaceproduct", "plan"),
                        "price", List.of("plan", "version")));
    }
}
