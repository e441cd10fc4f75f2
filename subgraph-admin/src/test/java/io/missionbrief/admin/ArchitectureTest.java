package io.missionbrief.admin;

import io.missionbrief.subgraph.test.architecture.ArchitectureRules;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    private static final String ADMIN = "io.missionbrief.admin";

    @TestFactory
    Stream<DynamicTest> keepsTheRulesOfTheHouse() {
        return ArchitectureRules.of(ADMIN);
    }

    @TestFactory
    Stream<DynamicTest> packagesDependOnTheListedOnesOnly() {
        return ArchitectureRules.ofDependencies(
                ADMIN,
                Map.of(
                        "role", List.of(),
                        "user", List.of("jooq"),
                        "workspace", List.of("jooq"),
                        "membership", List.of("role", "user", "workspace", "jooq"),
                        "opening", List.of("membership", "role", "user", "workspace", "jooq"),
                        "operator", List.of("workspace", "jooq"),
                        "directory", List.of("jooq"),
                        "issuer", List.of("jooq")));
    }
}
