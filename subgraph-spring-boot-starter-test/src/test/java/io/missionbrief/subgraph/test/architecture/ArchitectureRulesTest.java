package io.missionbrief.subgraph.test.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each rule is one that can be broken: io.missionbrief.offender breaks them all. */
class ArchitectureRulesTest {

    private static final String OFFENDER = "io.missionbrief.offender";

    @TestFactory
    Stream<DynamicTest> isBrokenByTheOffender() {
        JavaClasses classes = new ClassFileImporter().importPackages(OFFENDER);
        Map<String, ArchRule> rules = ArchitectureRules.rules(OFFENDER);
        return rules.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThat(rule.getValue().evaluate(classes).hasViolation())
                                .isTrue()));
    }
}
