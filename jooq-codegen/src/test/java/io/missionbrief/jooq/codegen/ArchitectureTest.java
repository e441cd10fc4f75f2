package io.missionbrief.jooq.codegen;

import io.missionbrief.subgraph.test.architecture.ArchitectureRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> keepsTheRulesOfTheHouse() {
        return ArchitectureRules.ofTool("io.missionbrief.jooq.codegen");
    }
}
