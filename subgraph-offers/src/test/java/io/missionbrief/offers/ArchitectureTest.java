package io.missionbrief.offers;

import io.missionbrief.subgraph.test.architecture.ArchitectureRules;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> keepsTheRulesOfTheHouse() {
        return ArchitectureRules.of("io.missionbrief.offers");
    }

    @TestFactory
    Stream<DynamicTest> anOfferKnowsItsQuoteAndNotTheOtherWayRound() {
        return ArchitectureRules.ofDependencies(
                "io.missionbrief.offers",
                Map.of(
                        "settings", List.of(),
                        "lead", List.of("settings"),
                        "plan", List.of("settings"),
                        "quote", List.of("lead", "plan", "settings", "jooq"),
                        "offer", List.of("quote", "lead", "jooq")));
    }
}
