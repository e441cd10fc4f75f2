package io.missionbrief.subgraph.test.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.missionbrief.subgraph.tenancy.OperatorDatabase;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import java.lang.annotation.Annotation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.impl.DSL;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;

/**
 * The rules that every subgraph keeps, as a {@code @TestFactory}:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> keepsTheRulesOfTheHouse() {
 *     return ArchitectureRules.of("io.missionbrief.leads");
 * }
 * }</pre>
 */
public final class ArchitectureRules {

    private static final String HOUSE = "io.missionbrief..";
    private static final String STARTER = "io.missionbrief.subgraph..";

    /**
     * Who may know connections: tenancy opens them for all, event listens for notifications, bulk has arrays made by that of its
     * statement, tests look from outside.
     */
    private static final String[] CONNECTED = {
        "io.missionbrief.subgraph.tenancy..",
        "io.missionbrief.subgraph.event..",
        "io.missionbrief.subgraph.bulk..",
        "io.missionbrief.subgraph.test.."
    };

    private ArchitectureRules() {}

    /** A test for each rule, over the main classes below a package. Generated jOOQ classes are exempt. */
    public static Stream<DynamicTest> of(String rootPackage) {
        return tests(rules(rootPackage), mainClasses(rootPackage));
    }

    /** The same for what is no subgraph, such as the local stack: the rules that speak of any code. */
    public static Stream<DynamicTest> ofTool(String rootPackage) {
        return tests(rulesOfAnyCode(rootPackage), mainClasses(rootPackage));
    }

    /**
     * A test for each package that may depend on no other package below the root but the listed ones, and one that
     * {@code docs/doors.md} shows them.
     */
    public static Stream<DynamicTest> ofDependencies(String rootPackage, Map<String, List<String>> allowed) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        allowed.forEach((name, others) ->
                rules.put(name + " depends on " + others + " only", dependencies(rootPackage, name, others)));
        rules.put(
                "every package is listed",
                classes()
                        .should()
                        .resideInAnyPackage(Stream.concat(
                                        Stream.of(rootPackage),
                                        allowed.keySet().stream().map(name -> rootPackage + "." + name + ".."))
                                .toArray(String[]::new)));
        return Stream.concat(
                tests(rules, mainClasses(rootPackage)),
                Stream.of(DynamicTest.dynamicTest(
                        "docs/doors.md shows these doors", new DoorsPicture(rootPackage, allowed)::assertShown)));
    }

    static Map<String, ArchRule> rules(String rootPackage) {
        Map<String, ArchRule> rules = rulesOfAnyCode(rootPackage);
        rules.put("controllers are named so and seen by nobody", controllers());
        rules.put("no use case knows a controller", knownControllers());
        rules.put("controllers read by queries and use cases", readingControllers(rootPackage));
        rules.put("entities are resolved in classes of their own", mappedIn(EntityMapping.class, "Entities"));
        rules.put("subscriptions have classes of their own", mappedIn(SubscriptionMapping.class, "Subscriptions"));
        rules.put("tables are reached through TenantDatabase and WorkerDatabase only", tables());
        rules.put("nothing of another subgraph is used", otherSubgraphs(rootPackage));
        rules.put("times are those of the database's clock", clock());
        return rules;
    }

    private static Map<String, ArchRule> rulesOfAnyCode(String rootPackage) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("packages are named after what they hold", packageNames());
        rules.put("classes are named after what they do", classNames());
        rules.put("packages say that nothing in them is null unless marked", nullMarked());
        rules.put(
                "packages do not depend on each other in circles",
                slices().matching(rootPackage + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .allowEmptyShould(true));
        rules.put(
                "dependencies are given to the constructor",
                noFields().should().beAnnotatedWith(Autowired.class).allowEmptyShould(true));
        rules.put("nothing static changes", staticState());
        rules.put("nobody sleeps on a thread", sleeps(Thread.class));
        rules.put("nobody sleeps by a unit of time", sleeps(TimeUnit.class));
        rules.put("nothing is printed past the log", GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
        return rules;
    }

    static Stream<DynamicTest> tests(Map<String, ArchRule> rules, JavaClasses classes) {
        return rules.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(classes)));
    }

    private static JavaClasses mainClasses(String rootPackage) {
        JavaClasses all = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages(rootPackage);
        return all.that(not(resideInAPackage(rootPackage + ".jooq..")));
    }

    private static ArchRule sleeps(Class<?> sleeper) {
        return noClasses()
                .should()
                .callMethodWhere(target(owner(type(sleeper))).and(target(name("sleep"))))
                .because("a condition is waited for, and what comes later is scheduled");
    }

    private static ArchRule packageNames() {
        return noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..dto..", "..impl..")
                .because("a package says what it is about");
    }

    private static ArchRule classNames() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Impl|Helper|Util|Utils|Dto|DTO)")
                .because("a class is named after its use case");
    }

    private static ArchRule nullMarked() {
        DescribedPredicate<JavaClass> marked = DescribedPredicate.describe(
                "be in a package with @NullMarked", type -> type.getPackage().isAnnotatedWith(NullMarked.class));
        return classes().should(ArchCondition.from(marked));
    }

    private static ArchRule controllers() {
        return classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .haveNameMatching(".*(Controller|Mutations|Fields|Entities|Subscriptions)")
                .andShould()
                .notBePublic()
                .allowEmptyShould(true);
    }

    private static ArchRule knownControllers() {
        return noClasses()
                .that()
                .areNotAnnotatedWith(AutoConfiguration.class)
                .should(dependOnControllers())
                .because("a controller is where requests come in: what two of them need belongs to neither");
    }

    private static ArchCondition<JavaClass> dependOnControllers() {
        return new ArchCondition<>("depend on a controller") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(door -> door.getTargetClass().isAnnotatedWith(Controller.class)
                                && !door.getTargetClass().isAnnotation()
                                && !isPartOf(type, door.getTargetClass()))
                        .forEach(door -> events.add(SimpleConditionEvent.satisfied(type, door.getDescription())));
            }
        };
    }

    private static boolean isPartOf(JavaClass type, JavaClass whole) {
        return type.getName().equals(whole.getName()) || type.getName().startsWith(whole.getName() + "$");
    }

    private static ArchRule readingControllers(String rootPackage) {
        return noClasses()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .dependOnClassesThat(resideInAPackage(rootPackage + ".jooq..")
                        .or(belongToAnyOf(TenantDatabase.class, WorkerDatabase.class, OperatorDatabase.class))
                        .as("are tables or a database"))
                .because("what is asked of a table stands in queries and use cases, where it can be found")
                .allowEmptyShould(true);
    }

    private static ArchRule staticState() {
        return fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("several subgraphs run in one process")
                .allowEmptyShould(true);
    }

    private static ArchRule mappedIn(Class<? extends Annotation> mapping, String suffix) {
        return methods()
                .that()
                .areAnnotatedWith(mapping)
                .should()
                .beDeclaredInClassesThat()
                .haveSimpleNameEndingWith(suffix)
                .allowEmptyShould(true);
    }

    private static ArchRule tables() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(CONNECTED)
                .should()
                .dependOnClassesThat(belongToAnyOf(DataSource.class, Connection.class, DriverManager.class)
                        .or(resideInAnyPackage("org.springframework.jdbc..", "org.springframework.transaction.."))
                        .as("open connections or transactions"))
                .because("a connection that is bound to no workspace must not be had");
    }

    /** Instants of a process, such as the end of a token, come from a {@code Clock} or {@code InstantSource}. */
    private static ArchRule clock() {
        return noClasses()
                .should()
                .callMethodWhere(target(name("now"))
                        .and(target(owner(belongToAnyOf(
                                LocalDate.class,
                                LocalTime.class,
                                LocalDateTime.class,
                                OffsetDateTime.class,
                                ZonedDateTime.class)))))
                .orShould()
                .callMethodWhere(target(owner(type(DSL.class)))
                        .and(target(nameMatching("now|current(Date|Time|Timestamp|Instant|Local.*|Offset.*)"))))
                .because(
                        "each instance has a clock of its own, and now() is when a transaction began: ask DatabaseClock");
    }

    private static ArchRule otherSubgraphs(String rootPackage) {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage(HOUSE)
                        .and(not(resideInAnyPackage(rootPackage + "..", STARTER)))
                        .as("belong to another subgraph"))
                .because("subgraphs talk over the network");
    }

    private static ArchRule dependencies(String rootPackage, String name, List<String> others) {
        String[] allowed = Stream.concat(Stream.of(name), others.stream())
                .map(other -> rootPackage + "." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(rootPackage + "." + name + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(rootPackage + "..").and(not(resideInAnyPackage(allowed))));
    }
}
