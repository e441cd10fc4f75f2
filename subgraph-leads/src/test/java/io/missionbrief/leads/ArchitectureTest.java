package io.missionbrief.leads;

import io.missionbrief.subgraph.test.architecture.ArchitectureRules;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> keepsTheRulesOfTheHouse() {
        return ArchitectureRules.of("io.missionbrief.leads");
    }

    @TestFactory
    Stream<DynamicTest> anApplicationKnowsItsLeadAndNotTheOtherWayRound() {
        return ArchitectureRules.ofDependencies(
                "io.missionbrief.leads",
                Map.of(
                        "application", List.of("lead", "neighbour", "jooq"),
                        "lead", List.of("neighbour", "jooq"),
                        "csv", List.of(),
                        "imports", List.of("csv", "lead", "neighbour", "jooq"),
                        "document", List.of("application", "jooq"),
                        "check", List.of("application", "neighbour", "jooq"),
                        "neighbour", List.of()));
    }
}
