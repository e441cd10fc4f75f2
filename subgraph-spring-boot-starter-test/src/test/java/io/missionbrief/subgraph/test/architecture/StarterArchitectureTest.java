package io.missionbrief.subgraph.test.architecture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class StarterArchitectureTest {

    @TestFactory
    Stream<DynamicTest> concernsDependOnThoseBelowThem() {
        Map<String, List<String>> allowed = new LinkedHashMap<>();
        allowed.put("error", List.of());
        allowed.put("reference", List.of());
        allowed.put("background", List.of());
        allowed.put("outgoing", List.of());
        allowed.put("bulk", List.of());
        allowed.put("security", List.of("error", "outgoing"));
        allowed.put("peer", List.of("error", "outgoing", "security"));
        allowed.put("observability", List.of("error", "outgoing", "security"));
        allowed.put("tenancy", List.of("error", "security", "observability"));
        allowed.put("event", List.of("error", "security", "observability", "tenancy", "background", "bulk"));
        allowed.put("published", List.of("error", "security", "event"));
        allowed.put("relay", List.of("security", "tenancy", "background", "event", "published"));
        allowed.put("mutation", List.of("error", "security", "tenancy", "background"));
        allowed.put("json", List.of("mutation"));
        allowed.put("graphql", List.of("error", "security", "observability", "tenancy", "event", "mutation"));
        allowed.put("change", List.of("security", "tenancy", "event", "mutation", "graphql"));
        allowed.put("test", List.of("error", "security", "observability", "tenancy", "event", "mutation", "graphql"));
        return ArchitectureRules.ofDependencies("io.missionbrief.subgraph", allowed);
    }

    @TestFactory
    Stream<DynamicTest> keepsTheRulesOfTheHouse() {
        return ArchitectureRules.of("io.missionbrief.subgraph");
    }
}
